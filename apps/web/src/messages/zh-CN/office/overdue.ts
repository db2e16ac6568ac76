export default {
  overdue: {
    title: '逾期事项',
    hint: '本辖区内过了期限还没有办的：表决结果没有公布、换届没有移交完、决议没有落实，资金收支没有公开，公共收益没有公示，异议没有答复。逾期最久的在前。',
    none: '没有逾期的事项',
    noneHint: '到期没有办结的，会自动列在这里。',
    what: '事项',
    kind: '类别',
    compound: '小区',
    who: '谁来办',
    dueOn: '期限',
    days: '逾期',
    late: '{n} 天',
    kinds: {
      result: '结果未公布',
      handover: '换届移交',
      task: '决议落实',
      disclosure: '资金公开',
      correction: '更正未公开',
      'revenue-statement': '公共收益公示',
      'revenue-objection': '异议未答复',
    },
    wholeCity: '全市',
  },
  announcement: {
    missing: '公布期限 {dueOn} 已过，结果还没有公布。请尽快公布，并在公告中说明原因。',
    late: '结果应在 {dueOn} 前公布，{publishedOn} 才公布，属逾期公布。',
  },
};
