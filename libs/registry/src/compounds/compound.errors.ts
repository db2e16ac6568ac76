import { defineErrors } from '#libs/platform';

export const compoundErrors = defineErrors(
  {
    'compound.name-ambiguous': {
      kind: 'conflict',
      zh: '有不止一个名为“{name}”的小区。请改用小区编号或本市编码。',
      en: 'More than one compound is called "{name}". Name it by its id or its own code.',
    },
    'compound.not-found': {
      kind: 'not-found',
      zh: '没有编号为 {id} 的小区，或它不在您的管辖范围内。请从小区列表中选取。',
      en: 'There is no compound {id}, or it lies outside your scope. Choose one from the list.',
    },
    'compound.code-taken': {
      kind: 'conflict',
      zh: '已有小区使用这个编码。请换一个编码，或确认是否重复登记。',
      en: 'Another compound already has this code. Use another code, or check whether it was registered twice.',
    },
    'compound.day-taken': {
      kind: 'conflict',
      zh: '该小区在这些日子已有另一版本的登记。请刷新后重试。',
      en: 'Another version of this compound already covers these days. Refresh and try again.',
    },
    'compound.outside-scope': {
      kind: 'forbidden',
      zh: '您只能登记本辖区内的小区。请选择您辖区内的街道或社区。',
      en: 'You may register compounds only inside your own area. Choose an area within it.',
    },
    'compound.nothing-changed': {
      kind: 'rule',
      zh: '所填内容与 {on} 当天的登记完全相同，没有需要变更的内容。请核对后重试。',
      en: 'The facts are the same as those of {on}; nothing would change. Check what you filled in.',
    },
    'compound.merged': {
      kind: 'rule',
      zh: '“{name}”在 {on} 已并入其他小区。请到保留的小区登记变更；如合并有误，请先填写“状态”恢复它。',
      en: '"{name}" is merged into another compound on {on}. Change that one, or give a status to undo the merger.',
    },
    'compound.point-outside': {
      kind: 'invalid',
      zh: '坐标 {point} 不在{city}范围内。请核对经度在前、纬度在后，或先留空。',
      en: 'The point {point} lies outside {city}. Check that longitude comes first, or leave it empty.',
    },
    'compound.merge-with-itself': {
      kind: 'invalid',
      zh: '一个小区不能与自己合并。请选择另一个小区。',
      en: 'A compound cannot be merged with itself. Choose another one.',
    },
    'compound.merge-target-closed': {
      kind: 'rule',
      zh: '“{name}”已拆除或已并入其他小区，不能作为合并后保留的小区。请改选仍在册的小区。',
      en: '"{name}" is demolished or merged itself and cannot be the one that stays. Choose a compound that is open.',
    },
    'field-check.subject-not-found': {
      kind: 'not-found',
      zh: '没有找到要核查的依据 {id}，或它不在您的管辖范围内。请从小区档案的依据列表中选取。',
      en: 'The evidence {id} was not found, or lies outside your scope. Choose it from the file of a compound.',
    },
    'field-check.in-future': {
      kind: 'invalid',
      zh: '核查日期 {on} 晚于今天。请填写实际核查的日期。',
      en: 'The day of the check, {on}, lies in the future. Give the day on which it was made.',
    },
    'reconciliation.not-found': {
      kind: 'not-found',
      zh: '没有找到比对记录 {id}。请重新发起比对。',
      en: 'There is no reconciliation {id}. Start it again.',
    },
    'reconciliation.list-unknown': {
      kind: 'invalid',
      zh: '没有名为“{list}”的小区名单。现有名单：{known}。请先导入该名单，或改选现有名单。',
      en: 'There is no list of compounds named "{list}". Known lists: {known}. Import it first, or choose a known one.',
    },
    'reconciliation.same-list': {
      kind: 'invalid',
      zh: '请选择两份不同的名单进行比对。',
      en: 'Choose two different lists to compare.',
    },
    'reconciliation.already-decided': {
      kind: 'conflict',
      zh: '这一对已由 {by} 判定。如需更正，请在小区档案中办理。',
      en: 'This pair was already decided by {by}. To correct it, change the file of the compound.',
    },
    'reconciliation.outdated': {
      kind: 'conflict',
      zh: '名单在比对之后又更新或撤销过，这一对已经过时。请重新发起比对。',
      en: 'A list was replaced or withdrawn since; this pair is out of date. Start the reconciliation again.',
    },
    'compound.import-needed': {
      kind: 'conflict',
      zh: '这次导入不能撤销：{what}依赖它（例如“{example}”）。请先撤销或更正后来的登记。',
      en: 'This import cannot be undone: {what} rests on it (for example "{example}"). Undo or correct that first.',
    },
  },
  {
    compound_own_code_once: 'compound.code-taken',
    compound_version_one_at_a_time: 'compound.day-taken',
    compound_source_row_once: 'compound.day-taken',
  },
);
