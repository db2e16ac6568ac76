export default {
  audit: {
    title: '操作留痕',
    hint: '谁，何时，对什么，做了什么，依据什么；只增不改，最新在前。',
    bySubject: '按对象筛选，如 compound 或 compound:编号',
    kinds: '按种类筛选',
    all: '全部',
    none: '没有相符的留痕',
    at: '时间',
    actor: '操作人',
    action: '操作',
    subject: '对象',
    change: '变化',
    changes: '{n} 项变化',
    onlyThis: '只看这个对象的留痕',
  },
};
