import { defineErrors } from '../http/error-registry.js';

/** Why an uploaded file is not taken, or cannot be opened. */
export const fileErrors = defineErrors(
  {
    'file.empty': {
      kind: 'invalid',
      zh: '文件“{file}”是空的，没有保存。请重新扫描，或另选文件后上传。',
      en: 'The file "{file}" is empty and was not kept. Scan it again or choose another file.',
    },
    'file.kind-unsupported': {
      kind: 'media-type',
      zh:
        '文件“{file}”的内容不是可以接受的种类，没有保存。请上传 PDF、PNG、JPEG、OFD，或不含宏的 Word、Excel 文件；' +
        '手机照片（HEIC）和 TIFF 请先另存为 JPEG 或 PDF。',
      en:
        'The content of "{file}" is of no kind that is taken; nothing was kept. Upload PDF, PNG, JPEG, OFD, or Word ' +
        'or Excel without macros; save HEIC photos and TIFF as JPEG or PDF first.',
    },
    'file.cut-off': {
      kind: 'invalid',
      zh: '文件“{file}”不完整（{kind} 没有结尾），可能是传输中断，没有保存。请重新扫描或重新导出后上传。',
      en: 'The file "{file}" is cut off (the {kind} has no end); nothing was kept. Scan or export it again.',
    },
    'file.transfer-cut-off': {
      kind: 'invalid',
      zh: '上传中断，文件没有传完，没有保存。请检查网络后重新上传。',
      en: 'The transfer broke off half-way; nothing was kept. Check the network and send it again.',
    },
    'file.too-large': {
      kind: 'too-large',
      zh: '文件超过 {limit}，没有保存。请降低扫描分辨率（200 dpi 已经够用），或分成几份上传。',
      en: 'The file exceeds {limit} and was not kept. Scan at 200 dpi, which will do, or send it in parts.',
    },
    'file.not-found': {
      kind: 'not-found',
      zh: '没有找到这个文件，或它不在您的权限范围内。请先上传扫描件，或从小区页面打开。',
      en: 'There is no such file, or it lies outside your scope. Upload the scan first, or open it from its compound.',
    },
    'file.unreadable': {
      kind: 'internal',
      zh: '文件“{file}”是加密保存的，现在的密钥打不开。请管理员恢复保存时的密钥（数据目录或环境变量）。',
      en: 'The file "{file}" is sealed and the present secret does not open it. Have the secret of that time restored.',
    },
    'file.bytes-missing': {
      kind: 'internal',
      zh: '文件“{file}”有登记，但存储中没有它的内容。请管理员从备份恢复数据目录中的 files 文件夹。',
      en: 'The file "{file}" is registered but its content is gone. Have the files folder restored from a backup.',
    },
  },
  { file_upload_file: 'file.not-found', scan_file: 'file.not-found' },
);
