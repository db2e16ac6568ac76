import { defineErrors } from '#libs/platform';

/** Refusals of sign-in, passwords, people and grants. */
export const identityErrors = defineErrors(
  {
    'session.refused': {
      kind: 'unauthenticated',
      zh: '登录名或密码不正确。请检查后重试；连续错误 5 次将锁定 15 分钟。',
      en: 'Login or password is not right; try again. Five failures in a row lock the login for 15 minutes.',
    },
    'session.locked': {
      kind: 'unauthenticated',
      zh: '登录失败次数过多，该登录名已锁定至 {time}。请届时再试，或请管理员重置密码。',
      en: 'Too many failures: this login is locked until {time}. Try again then, or ask for a new password.',
    },
    'session.city-required': {
      kind: 'invalid',
      zh: '本系统有多个城市，请选择要登录的城市：{cities}。',
      en: 'There are several cities here; name the one you sign in to: {cities}.',
    },
    'session.ended': {
      kind: 'unauthenticated',
      zh: '登录已结束或已过期，请重新登录。',
      en: 'This session has ended or expired; please sign in again.',
    },
    'session.reused': {
      kind: 'unauthenticated',
      zh: '刷新凭证已被使用过，可能有人复制了它；为安全起见本次登录已结束，请重新登录并尽快修改密码。',
      en: 'This refresh token was used before: somebody may hold a copy, so the session was ended. Sign in again.',
    },
    'session.password-change-required': {
      kind: 'forbidden',
      zh: '首次登录（或密码被重置后）须先修改密码，再使用其他功能。',
      en: 'Change your password first; after a first sign-in or a reset nothing else is open.',
    },
    'password.wrong': {
      kind: 'rule',
      zh: '当前密码不正确，密码未修改。请重新输入；连续错误 5 次将锁定 15 分钟。',
      en: 'The current password is not right, nothing was changed. Five failures lock the login for 15 minutes.',
    },
    'password.too-short': {
      kind: 'rule',
      zh: '密码至少 {minimum} 个字符，建议用几个词组成的一句话。',
      en: 'A password has at least {minimum} characters; a phrase of several words is best.',
    },
    'password.is-login': {
      kind: 'rule',
      zh: '密码不能与登录名相同，请换一个。',
      en: 'The password must differ from the login.',
    },
    'password.too-common': {
      kind: 'rule',
      zh: '这个密码太常见，最先被人猜到，请换一个。',
      en: 'This password is among the first that anybody guesses; choose another.',
    },
    'password.unchanged': {
      kind: 'rule',
      zh: '新密码与当前密码相同，请换一个。',
      en: 'The new password equals the current one; choose another.',
    },
    'user.not-found': {
      kind: 'not-found',
      zh: '没有找到该人员，或其不在您的管辖范围内。',
      en: 'There is no such person, or they are outside your scope.',
    },
    'user.login-taken': {
      kind: 'conflict',
      zh: '该登录名已有人使用，请换一个。',
      en: 'This login is taken; choose another.',
    },
    'user.login-invalid': {
      kind: 'invalid',
      zh: '登录名“{login}”不可用：应为 2–64 个字母、汉字或数字，可含 . _ - @，以字母、汉字或数字开头。',
      en: 'The login "{login}" will not do: 2–64 letters, digits or . _ - @, the first a letter or digit.',
    },
    'user.beyond-scope': {
      kind: 'forbidden',
      zh: '此人持有您无权授予的授权（级别高于您，或在您的辖区之外）。请由上级管理员处理。',
      en: 'This person holds a grant above your level or outside your area. Ask a higher administrator.',
    },
    'user.oneself': {
      kind: 'forbidden',
      zh: '不能对自己执行此操作，请由另一位管理员处理。',
      en: 'Nobody does this to themselves; ask another administrator.',
    },
    'user.disabled': {
      kind: 'rule',
      zh: '该账号已停用，不能再授权或重置密码。需要时请先重新启用。',
      en: 'This account is disabled; it takes no grants and no new password. Enable it again first.',
    },
    'user.not-disabled': {
      kind: 'conflict',
      zh: '该账号没有停用，无需重新启用。请刷新人员列表。',
      en: 'This account is not disabled, so it needs no enabling. Reload the list of people.',
    },
    'user.demo-only': {
      kind: 'rule',
      zh: '演示账号只能建立在演示城市中。',
      en: 'Demo accounts exist only in a city marked as demo.',
    },
    'grant.not-found': {
      kind: 'not-found',
      zh: '没有找到该授权，或其不在您的管辖范围内。',
      en: 'There is no such grant, or it lies outside your scope.',
    },
    'grant.scope-not-found': {
      kind: 'not-found',
      zh: '没有找到要授权的对象（{kind} {id}），或其不在您的管辖范围内。',
      en: 'The subject of the grant ({kind} {id}) was not found, or lies outside your scope.',
    },
    'grant.role-above-own': {
      kind: 'forbidden',
      zh: '只能授予不高于本人级别的角色（审计人员由市级或区县级授予）。',
      en: 'Only roles not above your own level can be given (auditors are appointed by city or county).',
    },
    'grant.role-does-not-fit': {
      kind: 'rule',
      zh: '角色“{role}”不能授权于该范围：机关人员授权于不高于其层级的区划或小区，物业企业人员授权于小区或企业。',
      en: 'Role "{role}" does not fit: officials get areas of their level or below, firm staff compounds or a company.',
    },
    'grant.days-reversed': {
      kind: 'rule',
      zh: '授权的结束日期早于开始日期，请更正。',
      en: 'The grant would end before it begins; correct the days.',
    },
    'grant.already-ended': {
      kind: 'conflict',
      zh: '该授权已经终止。',
      en: 'This grant has ended already.',
    },
  },
  { user_account_login_once: 'user.login-taken', role_grant_days: 'grant.days-reversed' },
);
