import { defineErrors } from './http/error-registry.js';

/** Errors that belong to no business context: the request's form, the configuration, the database. */
export const platformErrors = defineErrors({
  'config.invalid': {
    kind: 'invalid',
    zh: '环境变量 {name} 的值“{value}”不可用，应为 {expected}。请修改后重新启动（README 列出了全部变量）。',
    en: 'Environment variable {name} is "{value}", expected {expected}. Change it and start again (see README).',
  },
  'request.invalid': {
    kind: 'invalid',
    zh: '请求中有不符合要求的内容：{summary}。请按提示修改后重试。',
    en: 'The request does not fit: {summary}. Correct the named fields and try again.',
  },
  'request.unauthenticated': {
    kind: 'unauthenticated',
    zh: '请先登录，或登录已过期，请重新登录。',
    en: 'Please sign in; the session may have expired.',
  },
  'request.forbidden': {
    kind: 'forbidden',
    zh: '您现在的授权不含这项操作（{permission}），或者授权已终止。请向本辖区的市级或街道管理员申请。',
    en: 'Your grants do not include this ({permission}), or have ended. Ask the administrator of your area.',
  },
  'request.not-found': {
    kind: 'not-found',
    zh: '没有找到 {what}，或它不在您的管辖范围内。请检查编号或网址。',
    en: 'No {what} was found, or it lies outside your scope. Check the number or address.',
  },
  'request.route-unknown': {
    kind: 'not-found',
    zh: '没有这个网址，或它不支持这种请求方法。请检查网址。',
    en: 'There is no such address, or it does not take this method. Check the address.',
  },
  'request.conflict': {
    kind: 'conflict',
    zh: '数据已被他人先一步修改（{constraint}）。请刷新后重试。',
    en: 'Somebody changed this first ({constraint}). Refresh and try again.',
  },
  'request.too-many': {
    kind: 'too-many',
    zh: '请求过于频繁，请稍后再试。',
    en: 'Too many requests; try again shortly.',
  },
  'request.too-large': {
    kind: 'too-large',
    zh: '上传内容超过 {limit}。请拆分后分批上传。',
    en: 'The upload exceeds {limit}. Split it and send the parts.',
  },
  'request.media-type': {
    kind: 'media-type',
    zh: '不支持这种内容类型。请以 application/json 发送；上传文件用 multipart/form-data。',
    en: 'This content type is not taken. Send application/json, or multipart/form-data for files.',
  },
  'request.malformed': {
    kind: 'invalid',
    zh: '请求的格式有误，无法读取（{reason}）。请改正后重新发送。',
    en: 'The request could not be read ({reason}). Correct its form and send it again.',
  },
  'request.id-malformed': {
    kind: 'invalid',
    zh: '网址中的编号不是有效的编号（UUID）。请从列表中重新打开。',
    en: 'The address holds an id that is no id (UUID). Open it from its list again.',
  },
  'request.text-unusable': {
    kind: 'invalid',
    zh: '内容中有无法保存的字符（空字符）。请删去后重试。',
    en: 'The request holds a character that cannot be stored (NUL). Remove it and try again.',
  },
  'internal.unexpected': {
    kind: 'internal',
    zh: '系统出现意外错误，未作任何修改。请记下请求编号 {requestId} 并联系管理员。',
    en: 'Something went wrong and nothing was changed. Note request {requestId} and tell your administrator.',
  },
});
