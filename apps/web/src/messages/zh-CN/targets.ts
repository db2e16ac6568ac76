export default {
  targets: {
    title: '目标值',
    hint: '各地各项目标在哪一年、哪一天前要达到多少。',
    set: '设定目标值',
    change: '修改',
    none: '还没有设定目标值',
    noneHint: '设定后，看板会标出目标线和还差多少。',
    noneAsk: '由市、区县设定；设定后，看板会标出目标线和还差多少。',
    year: '年度',
    area: '区域',
    rate: '目标',
    rateHint: '应为 0.00–100.00，两位小数。',
    deadline: '期限',
  },
};
