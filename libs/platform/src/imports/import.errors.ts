import { defineErrors } from '../http/error-registry.js';

const RESAVE_ZH = '请用表格软件另存为 .xlsx 或“CSV UTF-8”后重新上传';
const RESAVE_EN = 'Save it again as .xlsx or "CSV UTF-8" and send it again';

/** Why a file is refused as a whole. Nothing of a refused file is written. */
export const importErrors = defineErrors({
  'import.kind-unknown': {
    kind: 'invalid',
    zh: '没有“{kind}”这种名单。可用的种类：{known}。',
    en: 'There is no list of the kind "{kind}". Known kinds: {known}.',
  },
  'import.file-missing': {
    kind: 'invalid',
    zh: '找不到文件“{file}”，或没有权限读取。请检查路径后重试。',
    en: 'The file "{file}" does not exist or may not be read. Check the path and try again.',
  },
  'import.file-empty': {
    kind: 'invalid',
    zh: '文件“{file}”是空的。请确认导出已完成，再重新上传。',
    en: 'The file "{file}" is empty. Make sure that the export finished and send it again.',
  },
  'import.file-too-large': {
    kind: 'invalid',
    zh: '文件“{file}”有 {size} MB，超过上限 {limit} MB。请拆成几个文件，或另存为 CSV 后分批导入。',
    en: 'The file "{file}" has {size} MB, more than {limit} MB. Split it, or save it as CSV, and send the parts.',
  },
  'import.too-many-rows': {
    kind: 'invalid',
    zh: '文件“{file}”超过 {limit} 行。请拆成几个文件分批导入。',
    en: 'The file "{file}" has more than {limit} rows. Split it and send the parts.',
  },
  'import.too-many-columns': {
    kind: 'invalid',
    zh: '文件“{file}”第 {row} 行超过 {limit} 列。请删去多余的列，或检查分隔符是否正确。',
    en: 'Row {row} of "{file}" has more than {limit} columns. Remove what is not needed, or check the separator.',
  },
  'import.zip-bomb': {
    kind: 'invalid',
    zh: `文件“{file}”解压后过大（{found}，上限 {limit}），可能是压缩炸弹，未予打开。${RESAVE_ZH}。`,
    en: `"{file}" would inflate beyond what is allowed ({found}, limit {limit}); it was not opened. ${RESAVE_EN}.`,
  },
  'import.workbook-doctype': {
    kind: 'invalid',
    zh: `工作簿“{file}”的 {entry} 里含有 DOCTYPE 声明，正常的表格不会有，未予打开。${RESAVE_ZH}。`,
    en: `{entry} in the workbook "{file}" holds a DOCTYPE, which no ordinary workbook does; not opened. ${RESAVE_EN}.`,
  },
  'import.workbook-protected': {
    kind: 'invalid',
    zh: '工作簿“{file}”设有打开密码，无法读取。请取消密码后重新保存，再上传。',
    en: 'The workbook "{file}" is protected by a password. Remove the password, save it and send it again.',
  },
  'import.workbook-too-slow': {
    kind: 'invalid',
    zh: '工作簿“{file}”在 {seconds} 秒内没有读完，已停止。请另存为 CSV，或拆成几个文件后重试。',
    en: 'The workbook "{file}" could not be read within {seconds} s. Save it as CSV or split it, and try again.',
  },
  'import.workbook-too-big': {
    kind: 'invalid',
    zh: '读取工作簿“{file}”所需的内存超过上限（{limit} MB），已停止。请另存为 CSV，或拆成几个文件后重试。',
    en: 'The workbook "{file}" needs more memory than allowed ({limit} MB). Save it as CSV or split it, and try again.',
  },
  'import.file-truncated': {
    kind: 'invalid',
    zh: '文件“{file}”不完整：在第 {row} 行附近中断（可能没有下载完，或引号没有收尾）。请重新导出或下载后再上传。',
    en: 'The file "{file}" breaks off near row {row} (a broken download or an open quote). Export it again.',
  },
  'import.file-unreadable': {
    kind: 'invalid',
    zh: `文件“{file}”的内容已损坏，在第 {row} 行附近无法读取。${RESAVE_ZH}。`,
    en: `The file "{file}" is damaged and cannot be read near row {row}. ${RESAVE_EN}.`,
  },
  'import.json-not-a-list': {
    kind: 'invalid',
    zh: 'JSON 文件“{file}”的第 {row} 项不是对象。应为对象的数组，或以名称为键、对象为值。请调整后重新上传。',
    en: 'Item {row} of "{file}" is no JSON object. Send a list of objects, or an object of objects by name.',
  },
  'import.file-kind-unsupported': {
    kind: 'invalid',
    zh: `文件“{file}”是 {found}，不是名单表格。可用 xlsx、xls、csv、txt、JSON；${RESAVE_ZH}。`,
    en: `"{file}" is {found}, not a list. Send xlsx, xls, csv, txt or JSON. ${RESAVE_EN}.`,
  },
  'import.encoding-unclear': {
    kind: 'invalid',
    zh: '无法判断文件“{file}”的文字编码（既不是 UTF-8 也不是 GB18030，第 {row} 行附近出错）。请另存为“CSV UTF-8”后重新上传。',
    en: 'The text encoding of "{file}" is unclear (neither UTF-8 nor GB18030, near row {row}). Save it as "CSV UTF-8".',
  },
  'import.no-heading-row': {
    kind: 'invalid',
    zh: '文件“{file}”前 {searched} 行里没有表头。请在数据上方加一行列名，例如：{expected}；也可下载模板填写。',
    en: 'No headings in the first {searched} rows of "{file}". Put them above the data, such as: {expected}.',
  },
  'import.no-known-column': {
    kind: 'invalid',
    zh: '文件“{file}”的列名一个也认不出（找到：{found}）。请改用这些列名：{expected}；若列名是乱码，请另存为“CSV UTF-8”。',
    en: 'No column of "{file}" is known (found: {found}). Use: {expected}. If garbled, save it as UTF-8.',
  },
  'import.heading-ambiguous': {
    kind: 'invalid',
    zh:
      '文件“{file}”里“{first}”（第 {firstColumn} 列）和“{second}”（第 {secondColumn} 列）都是“{column}”的意思。' +
      '请只保留一列，或改掉其中一个列名；如果选错了名单种类，请改选。',
    en:
      '"{first}" (column {firstColumn}) and "{second}" (column {secondColumn}) of "{file}" both mean "{column}". ' +
      'Keep one of them or rename it; if this is another kind of list, choose that kind.',
  },
  'import.required-column-missing': {
    kind: 'invalid',
    zh: '文件“{file}”缺少必需的列：{columns}（找到：{found}）。请补上后重新上传，也可下载模板填写。',
    en: '"{file}" lacks the required columns {columns} (found: {found}). Add them and send it again.',
  },
  'import.no-rows': {
    kind: 'invalid',
    zh: '文件“{file}”里没有数据行（是空表，或只有表头）。请填写后重新上传。',
    en: 'The file "{file}" has no rows, or nothing but headings. Fill it in and send it again.',
  },
  'import.template-of-another-kind': {
    kind: 'invalid',
    zh: '文件“{file}”用的是“{found}”模板，不能当作“{expected}”导入。请选对名单种类，或换用对应的模板。',
    en: '"{file}" is made from the template of "{found}", not of "{expected}". Choose the right kind.',
  },
  'import.not-undoable': {
    kind: 'conflict',
    zh: '这次导入不能撤销：它是试运行、已被拒收，或已经撤销过（当前状态：{status}）。',
    en: 'This import cannot be undone: it was a dry run, was refused, or is undone already (status: {status}).',
  },
});
