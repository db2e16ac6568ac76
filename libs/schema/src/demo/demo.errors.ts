import { defineErrors } from '#libs/platform';

export const demoErrors = defineErrors({
  'demo.refused': {
    kind: 'rule',
    zh: '演示数据带有公开的密码，不能在 HOST={host} 或自备数据库上启动。确要如此，请明确设置 JIAYUAN_DEMO=1；正式使用请设 JIAYUAN_DEMO=0。',
    en: 'Demo data has public passwords; it is not served on HOST={host} or your own database. JIAYUAN_DEMO=1 insists.',
  },
  'demo.not-empty': {
    kind: 'conflict',
    zh: '数据库里已经有城市，演示城市只能载入空数据库。请换一个 JIAYUAN_DATA 目录。',
    en: 'The database already holds a city; the demo loads only into an empty one. Choose another JIAYUAN_DATA.',
  },
});
