import { defineErrors } from '#libs/platform';

/** Refusals of the second factor, of fresh proofs, of stand-ins and of the city's directory. */
export const securityErrors = defineErrors(
  {
    'session.second-factor-needed': {
      kind: 'unauthenticated',
      zh: '密码正确。请再输入手机验证器上的六位数字，或一个恢复码；五分钟内有效。',
      en: 'The password is right. Now give the six digits of your app, or a recovery code, within five minutes.',
    },
    'session.code-wrong': {
      kind: 'unauthenticated',
      zh: '验证码不正确或已用过。请等下一组数字再试；连续错误 5 次将锁定 15 分钟。',
      en: 'This code is wrong or was used; wait for the next. Five failures in a row lock the login for 15 minutes.',
    },
    'session.ticket-over': {
      kind: 'unauthenticated',
      zh: '登录的第一步已过期，请重新输入登录名和密码。',
      en: 'The first step of this sign-in is too old; give login and password again.',
    },
    'session.second-factor-required': {
      kind: 'forbidden',
      zh: '本市要求您的角色使用第二步验证。请先在“安全设置”中设置，再使用其他功能。',
      en: 'Your city asks a second factor of your role. Set one up under security first; nothing else is open before.',
    },
    'session.step-up-required': {
      kind: 'forbidden',
      zh: '办理此事须在 {minutes} 分钟内证明过是您本人。请输入密码或验证码后重试。',
      en: 'This needs a proof of who you are from the last {minutes} minutes. Give password or code, then retry.',
    },
    'session.not-found': {
      kind: 'not-found',
      zh: '没有找到这个登录，或它已经结束。',
      en: 'There is no such session of yours, or it has ended already.',
    },
    'second-factor.already': {
      kind: 'conflict',
      zh: '您已启用第二步验证。要换一部手机，请先停用再重新设置。',
      en: 'You have a second factor already. To move to another phone, take it away first and set it up anew.',
    },
    'second-factor.not-begun': {
      kind: 'conflict',
      zh: '请先开始设置，用验证器扫描二维码后再输入验证码。',
      en: 'Begin first: let your app read the picture, then give its code.',
    },
    'second-factor.code-wrong': {
      kind: 'rule',
      zh: '验证码不正确或已用过。请确认手机时间准确，等下一组数字再试。',
      en: 'This code is wrong or was used. Make sure that the clock of the phone is, and try the next one.',
    },
    'second-factor.none': {
      kind: 'conflict',
      zh: '该账号没有启用第二步验证。',
      en: 'This account has no second factor.',
    },
    'second-factor.demanded': {
      kind: 'rule',
      zh: '本市自 {from} 起要求您的角色使用第二步验证，不能停用。换手机请管理员重置后重新设置。',
      en: 'Your city asks a second factor of your role since {from}. For a new phone ask an administrator for a reset.',
    },
    'second-factor.rule-of-city': {
      kind: 'forbidden',
      zh: '此要求适用于全市，只能由市级管理员设定。',
      en: 'This holds for the whole city, so only an administrator of the whole city sets it.',
    },
    'second-factor.unreadable': {
      kind: 'conflict',
      zh: '系统密钥已更换，原有的第二步验证无法读取。请管理员重置后重新设置。',
      en: 'The secret of this installation was changed, so the second factor cannot be read. Ask for a reset of it.',
    },
    'user.phone-invalid': {
      kind: 'invalid',
      zh: '电话号码不可用：应为 11 位手机号，或带区号的固定电话。',
      en: 'This is no telephone number: give a mobile number of 11 digits, or a land line with its area code.',
    },
    'substitute.not-found': {
      kind: 'not-found',
      zh: '没有找到这项代理，或它与您无关。',
      en: 'There is no such stand-in, or it does not concern you.',
    },
    'substitute.chain': {
      kind: 'rule',
      zh: '这项授权本身就是代理来的，不能再交给别人。请由授权本人另行安排。',
      en: 'You hold this grant for somebody else, so you cannot pass it on. Ask the person whose grant it is.',
    },
    'substitute.oneself': {
      kind: 'rule',
      zh: '不能由本人代理本人，请填写同事的登录名。',
      en: 'Nobody stands in for themselves; give the login of a colleague.',
    },
    'substitute.grant-over': {
      kind: 'rule',
      zh: '这项授权已经终止，没有可以交出的。',
      en: 'This grant is over; there is nothing to hand on.',
    },
    'substitute.days-wrong': {
      kind: 'rule',
      zh: '代理的日期不对：不能早于今天（{today}），结束日期不能早于开始日期。',
      en: 'These days will not do: not before today ({today}), and the last not before the first.',
    },
    'substitute.beyond-grant': {
      kind: 'rule',
      zh: '代理不能超出本人授权的期限（{from} 至 {to}）。请缩短代理的日期。',
      en: 'A stand-in cannot go beyond the own grant ({from} to {to}); choose fewer days.',
    },
    'substitute.colleague-not-found': {
      kind: 'not-found',
      zh: '没有可以代理的同事用这个登录名。代理人须在职，且与您从事同类工作（机关、审计或同一企业、小区）。',
      en: 'No colleague who could stand in has this login: they must be active and do the same kind of work as you.',
    },
    'substitute.already': {
      kind: 'conflict',
      zh: '这项授权在这些日期已有人代理。请先结束原来的代理，或另选日期。',
      en: 'Somebody stands in for this grant on these days already. End that first, or choose other days.',
    },
    'directory.not-configured': {
      kind: 'rule',
      zh: '本系统没有配置统一身份登录。请用登录名和密码登录。',
      en: 'No directory is configured here. Sign in with login and password.',
    },
    'directory.unreachable': {
      kind: 'rule',
      zh: '暂时连接不上统一身份系统。请稍后再试，或用登录名和密码登录。',
      en: 'The directory cannot be reached just now. Try again later, or sign in with login and password.',
    },
    'directory.refused': {
      kind: 'rule',
      zh: '统一身份登录没有完成或已过期。请从登录页重新开始。',
      en: 'The sign-in at the directory was not completed, or took too long. Begin again at the sign-in page.',
    },
    'directory.not-linked': {
      kind: 'unauthenticated',
      zh: '您的统一身份尚未与本系统的账号关联。请先用密码登录，在“安全设置”中关联，或请管理员办理。',
      en: 'No account here belongs to you at the directory. Sign in with your password and link it, or ask for it.',
    },
    'directory.linked-elsewhere': {
      kind: 'conflict',
      zh: '这个统一身份已与另一个账号关联。请先在那个账号中解除，或请管理员办理。',
      en: 'This person of the directory belongs to another account already. End that link first, or ask for it.',
    },
    'directory.no-link': {
      kind: 'conflict',
      zh: '您的账号没有与统一身份关联。',
      en: 'Your account is not linked to the directory.',
    },
  },
  { directory_link_subject_once: 'directory.linked-elsewhere' },
);
