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
    zh: '您没有“{permission}”权限。请向本辖区的市级或街道管理员申请。',
    en: 'You lack the permission "{permission}". Ask the administrator of your area for it.',
  },
  'request.not-found': {
    kind: 'not-found',
    zh: '没有找到 {what}，或它不在您的管辖范围内。请检查编号或网址。',
    en: 'No {what} was found, or it lies outside your scope. Check the number or address.',
  },
  'request.conflict': {
    kind: 'conflict',
    zh: '数据已被他人先一步修改（{constraint}）。请刷新后重试。',
    en: 'Somebody changed this first ({constraint}). Refresh and try again.',
  },
  'request.too-many': {
    kind: 'rule',
    zh: '请求过于频繁，请稍后再试。',
    en: 'Too many requests; try again shortly.',
  },
  'request.too-large': {
    kind: 'invalid',
    zh: '上传内容超过 {limit}。请拆分后分批上传。',
    en: 'The upload exceeds {limit}. Split it and send the parts.',
  },
  'internal.unexpected': {
    kind: 'internal',
    zh: '系统出现意外错误，未作任何修改。请记下请求编号 {requestId} 并联系管理员。',
    en: 'Something went wrong and nothing was changed. Note request {requestId} and tell your administrator.',
  },
});
