import { defineErrors } from '#libs/platform';

export const transparencyErrors = defineErrors({
  'log.not-begun': {
    kind: 'not-found',
    zh: '该城市的透明日志还没有封存任何记录。请稍候几秒再试。',
    en: 'The log of this city holds no sealed record yet. Try again in a few seconds.',
  },
  'log.head-unknown': {
    kind: 'not-found',
    zh: '没有大小为 {size} 的签名树头。请用 heads/latest 返回的大小，或您保存的回执上的大小。',
    en: 'No head of size {size} was signed. Use the size that heads/latest answers, or the one on your receipt.',
  },
  'log.leaf-unknown': {
    kind: 'not-found',
    zh: '日志中没有叶 {leaf}。刚写入的记录几秒后才会封存，请稍后再试；仍然没有，则回执与日志不符。',
    en: 'The log holds no leaf {leaf}. A new record is sealed within seconds; if it is still not there, they disagree.',
  },
  'log.size-unknown': {
    kind: 'invalid',
    zh: '大小 {size} 不可用，应在 {least} 到 {latest} 之间。请用已签名的树头的大小。',
    en: 'Size {size} does not fit: it should lie between {least} and {latest}. Use the size of a signed head.',
  },
  'log.broken': {
    kind: 'conflict',
    zh: '城市 {city} 的日志（大小 {size}）与签名的树头不符，存储被改动过。已停止封存，请与备份核对并报告主管部门。',
    en: 'The log of city {city} (size {size}) is not the one that was signed. Sealing stopped; compare a backup.',
  },
});
