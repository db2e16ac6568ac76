import { defineErrors } from '#libs/platform';

/** Why a database cannot be used as it was named; told at the start of every program. */
export const databaseErrors = defineErrors({
  'database.unreachable': {
    kind: 'invalid',
    zh: '连接不上 {name} 所指的数据库（{reason}）。请检查地址、用户和密码，并确认数据库已启动。',
    en: 'The database of {name} cannot be reached ({reason}). Check address, user and password, and that it runs.',
  },
  'database.role-unwalled': {
    kind: 'invalid',
    zh:
      'DATABASE_URL 的角色 {role} 是（或可成为）超级用户，或可绕过行级安全（BYPASSRLS），城市之间的隔离因此失效。' +
      '请改用以 NOSUPERUSER NOBYPASSRLS 建立的普通角色。',
    en:
      'The role {role} of DATABASE_URL is, or can become, a superuser or one with BYPASSRLS, and so passes the wall ' +
      'between cities. Use an ordinary role, made with NOSUPERUSER NOBYPASSRLS.',
  },
  'database.role-owns': {
    kind: 'invalid',
    zh: 'DATABASE_URL 的角色 {role} 就是（或属于）表的所有者 {owner}，应用不得有权改表。请为应用另建一个角色。',
    en: 'The role {role} of DATABASE_URL is, or belongs to, {owner}, owner of the tables. Make a role for the app.',
  },
  'database.owner-powerless': {
    kind: 'invalid',
    zh: 'DATABASE_OWNER_URL 的角色不能更新数据库结构（{reason}）。请让它成为该数据库的所有者。',
    en: 'The role of DATABASE_OWNER_URL may not migrate the database ({reason}). Make it the owner of that database.',
  },
  'database.votes-open': {
    kind: 'conflict',
    zh:
      '这次升级要锁住表决用的表（{tables}），而有 {count} 场表决正在进行：{votes}。已拒绝升级，什么都没有改动。' +
      '请等到 {until} 表决结束后再升级，这之前继续运行原来的版本；确需现在升级的，请运行 ' +
      'npm run -s jiayuan -- migrate --during-votes "原因"：停机的起止时间和原因会公布在表决的公开页面上。',
    en:
      'This upgrade locks tables that voters need ({tables}) while {count} votes are open: {votes}. It was refused, ' +
      'and nothing changed. Run the former version until the votes end at {until}, then upgrade. If it cannot ' +
      'wait, run npm run -s jiayuan -- migrate --during-votes "REASON": the stoppage and its reason are shown on ' +
      'the public page of each vote.',
  },
  'database.reason-missing': {
    kind: 'invalid',
    zh: '--during-votes 后面要写明停止表决的原因（至少 4 个字），它会公布在表决的公开页面上。请写明后重新运行。',
    en: '--during-votes needs the reason (4 characters at least): it is shown on the public page of each vote. Say it.',
  },
});
