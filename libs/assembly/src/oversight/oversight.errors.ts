import { defineErrors } from '#libs/platform';

/** Refusals about those who watch a vote, about the keeping of its paper, and about looking early. */
export const oversightErrors = defineErrors({
  'overseer.not-found': {
    kind: 'not-found',
    zh: '没有这位监票人或观察员（{id}）。请刷新后再试。',
    en: 'There is no such scrutineer or observer ({id}). Reload and try again.',
  },
  'overseer.account-unknown': {
    kind: 'rule',
    zh: '没有登录名为“{login}”的账号。请核对登录名；业主请填手机号，没有账号的只写姓名和委任书。',
    en: 'Nobody has the login "{login}". Check it; give the phone of an owner, or only name and paper without account.',
  },
  'overseer.oneself': {
    kind: 'rule',
    zh: '不能委任自己监督自己办理的表决。请由另一位工作人员委任。',
    en: 'Nobody appoints themselves to watch their own work. Let a colleague appoint you.',
  },
  'overseer.appointed': {
    kind: 'conflict',
    zh: '这个账号已经是这次表决的监票人或观察员。请先撤销原来的委任。',
    en: 'This account watches this vote already. End that appointment first.',
  },
  'overseer.ended': {
    kind: 'conflict',
    zh: '这项委任已经撤销。请刷新查看。',
    en: 'This appointment has ended already. Reload to see.',
  },
  'overseer.key-without-account': {
    kind: 'rule',
    zh: '持有钥匙的人要自己登录。请填写登录名或手机号。',
    en: 'Whoever holds a key signs in. Give a login or a phone.',
  },
  'overseer.key-too-late': {
    kind: 'conflict',
    zh: '表决开始后不再发放钥匙。持钥匙的人要在开始以前定好。',
    en: 'No keys are handed out once voting has begun. Who holds one is settled before.',
  },
  'overseer.not-now': {
    kind: 'conflict',
    zh: '这次大会已经结束或取消，不再委任。',
    en: 'The assembly is over or cancelled: nobody is appointed any more.',
  },
  'custody.container-unknown': {
    kind: 'rule',
    zh: '还没有封存过“{container}”。请先登记封存，再登记移交、开启或入库。',
    en: '"{container}" was never sealed. Record its sealing before it is handed over, opened or stored.',
  },
  'custody.container-sealed': {
    kind: 'conflict',
    zh: '“{container}”已经封存。请先登记开启，再重新封存。',
    en: '"{container}" is sealed already. Record its opening before it is sealed anew.',
  },
  'custody.seal-missing': {
    kind: 'rule',
    zh: '封存时要写封条编号，开启时才能核对。请补上。',
    en: 'Sealing names the number of the seal, so that it can be compared when it is opened. Add it.',
  },
  'result.erased': {
    kind: 'not-found',
    zh: '这次表决的票已过保存期，于 {day} 依规定销毁，不能再复核。确认过的结果和决议仍然可查。',
    en: 'The ballots of this vote had their days and were erased on {day}: it cannot be recounted. Its result stays.',
  },
  'early-look.not-allowed': {
    kind: 'rule',
    zh: '这次表决公布的规则不允许提前查看结果。请等到截止、计票以后。',
    en: 'The published rules of this vote allow no early look. Wait for the close and the count.',
  },
  'early-look.no-key': {
    kind: 'forbidden',
    zh: '您没有这次表决的钥匙。钥匙由组织者在表决开始以前发给监票人。',
    en: 'You hold no key of this vote. Organisers give keys to scrutineers before voting begins.',
  },
  'early-look.key-given': {
    kind: 'conflict',
    zh: '您已经给过钥匙。还要等另一位持钥匙的人同意，一个人不能给两次。',
    en: 'You gave your key already. Another holder has to consent; nobody gives two.',
  },
  'early-look.not-open': {
    kind: 'conflict',
    zh: '只有正在表决时才谈得上提前查看。截止以后请看计票结果。',
    en: 'An early look exists only while voting goes on. After the close see the result.',
  },
});
