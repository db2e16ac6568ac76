import { defineErrors } from '#libs/platform';

/** Why a hand-over, or a task that follows from a resolution, cannot be recorded. */
export const handoverErrors = defineErrors(
  {
    'handover.not-found': {
      kind: 'not-found',
      zh: '没有这份移交清单或其中的这一项（{id}），或您无权查看。请从列表重新打开。',
      en: 'There is no such hand-over or item ({id}), or you may not see it. Open it from the list.',
    },
    'handover.known': {
      kind: 'conflict',
      zh: '这个小区同一天届满的移交清单已经建立。请在原清单上办理。',
      en: 'The hand-over of this compound for that day is there already. Work on that one.',
    },
    'handover.not-given': {
      kind: 'conflict',
      zh: '移交方还没有签字，接收方不能先签。请移交方先签。',
      en: 'Nobody has given this item yet. The giving side signs first.',
    },
    'handover.signed': {
      kind: 'conflict',
      zh: '这一方已经签过字。请核对签字人。',
      en: 'This side has signed for the item already.',
    },
    'handover.same-signer': {
      kind: 'rule',
      zh: '移交人和接收人不能是同一个人。请由接收方的人签字。',
      en: 'Nobody signs for both sides. Let somebody of the receiving side sign.',
    },
    'resolution.not-found': {
      kind: 'not-found',
      zh: '没有这项决议（{id}），或您无权查看。请从列表重新打开。',
      en: 'There is no such resolution ({id}), or you may not see it. Open it from the list.',
    },
    'resolution.task-not-found': {
      kind: 'not-found',
      zh: '这项决议没有这件落实事项（{id}）。请刷新后再试。',
      en: 'The resolution has no such task ({id}). Reload and try again.',
    },
    'resolution.task-done': {
      kind: 'conflict',
      zh: '这件事项已经办结。需要更正的，另列一件。',
      en: 'This task is done already. To correct it, add another one.',
    },
  },
  {
    handover_once: 'handover.known',
    handover_signature_pkey: 'handover.signed',
    resolution_task_completion_pkey: 'resolution.task-done',
  },
);
