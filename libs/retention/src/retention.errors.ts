import { defineErrors } from '#libs/platform';

export const retentionErrors = defineErrors({
  'legal-hold.not-found': {
    kind: 'not-found',
    zh: '没有这条暂停销毁的登记（{id}）。请刷新后再试。',
    en: 'There is no such hold ({id}). Reload and try again.',
  },
  'legal-hold.released': {
    kind: 'conflict',
    zh: '这条暂停销毁已经解除。请刷新查看。',
    en: 'This hold was released already. Reload to see.',
  },
  'legal-hold.erased': {
    kind: 'conflict',
    zh: '这次表决的资料保存期已满，已于 {day} 销毁，无法再暂停。销毁清单里有类别和数量。',
    en: 'The papers of this vote had their days and were erased on {day}. The list of erasures tells what went.',
  },
});
