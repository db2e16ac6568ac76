import { defineErrors } from '#libs/platform';

/** Refusals of the sign-in of owners, in words for people who sign in once a year. */
export const ownerSignInErrors = defineErrors({
  'owner-code.phone-invalid': {
    kind: 'invalid',
    zh: '这不像一个手机号码。请填写 11 位手机号码。',
    en: 'This is no mobile number. Give the 11 digits of your mobile phone.',
  },
  'owner-code.no-channel': {
    kind: 'rule',
    zh: '本市还没有开通短信，收不到验证码。请到社区或街道领取一次性登录码，再在这里登录。',
    en: 'This city sends no messages yet. Fetch a one-time code at your community, and sign in with it here.',
  },
  'owner-code.too-soon': {
    kind: 'too-many',
    zh: '验证码刚刚发过。请等 {seconds} 秒再获取；短信有时会晚到。',
    en: 'A code was sent just now. Ask again in {seconds} seconds; messages are sometimes late.',
  },
  'owner-code.too-many': {
    kind: 'too-many',
    zh: '这个号码今天获取验证码的次数已用完。请明天再试，或到社区、街道办理。',
    en: 'This phone has asked for too many codes today. Try again tomorrow, or come to your community.',
  },
  'owner-phone.taken': {
    kind: 'conflict',
    zh: '这个手机号已经有自己的登录账号，不能换过去。请直接用它登录，再用绑定码绑定房屋，或到社区、街道办理。',
    en: 'That phone has an account of its own. Sign in with it and bind your homes there.',
  },
  'owner-phone.unchanged': {
    kind: 'rule',
    zh: '新手机号和原来的一样，没有要换的。',
    en: 'That is the phone you have now; there is nothing to change.',
  },
  'owner-phone.none': {
    kind: 'rule',
    zh: '名册里没有这位业主的手机号，开不了登录码。请先在名册登记手机号，或当面绑定。',
    en: 'The register has no mobile phone of this owner. Note one there, or bind a phone at the desk, first.',
  },
  'owner-code.refused': {
    kind: 'unauthenticated',
    zh: '验证码不对，或者已经过期、用过。请核对短信；还不行，就重新获取一个（5 分钟内有效，最多试 5 次）。',
    en: 'The code is wrong, too old, or was used. Check the message, or ask for a new one (5 minutes, 5 tries).',
  },
});
