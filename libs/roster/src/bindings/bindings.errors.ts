import { defineErrors } from '#libs/platform';

export const bindingErrors = defineErrors(
  {
    'binding.not-found': {
      kind: 'not-found',
      zh: '没有找到这项绑定。请刷新后从列表中选取。',
      en: 'No such binding was found. Reload and choose one from the list.',
    },
    'binding.exists': {
      kind: 'conflict',
      zh: '这套房屋已经绑定到这个手机号了，不用再绑。',
      en: 'This home is bound to this phone already; there is nothing to do.',
    },
    'binding.one-way': {
      kind: 'invalid',
      zh: '请填写纸上的绑定码，或从列出的房屋中选一套；两样只要一样。',
      en: 'Give the code on the paper, or choose one of the homes offered; one of the two.',
    },
    'binding.code-for-one': {
      kind: 'invalid',
      zh: '请选一位业主（用名册里的手机号），或选一项绑定（用绑定的手机号）；两样只要一样。',
      en: 'Choose an owner (with the phone of the register) or a binding (with the phone bound); one of the two.',
    },
    'binding.not-offered': {
      kind: 'rule',
      zh: '名册里这套房屋没有登记您的手机号，不能这样绑定。请用纸上的绑定码，或带身份证和产权证到社区、街道办理。',
      en: 'The register does not tell your phone for this home. Use the code on paper, or come to your community.',
    },
    'binding.code-refused': {
      kind: 'rule',
      zh: '绑定码不对，或者已经用过、过期、被新的代替。请核对纸上的字；还不行，请社区或街道重新打印一张。',
      en: 'The code is wrong, used, too old, or replaced. Check it against the paper, or have another printed.',
    },
    'binding.not-owner': {
      kind: 'rule',
      zh: '这个人现在不是这套房屋的业主，也不是业主的监护人，不能绑定（租住的人不参加表决）。请先核对名册。',
      en: 'This is no owner of the unit today and no guardian of one; tenants have no vote. Check the register.',
    },
    'binding.already-ended': {
      kind: 'conflict',
      zh: '这项绑定已经解除。',
      en: 'This binding has ended already.',
    },
  },
  { unit_binding_once: 'binding.exists' },
);
