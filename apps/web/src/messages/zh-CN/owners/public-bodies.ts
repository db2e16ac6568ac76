export default {
  publicBodies: {
    title: '业主委员会',
    pages: '本小区的公示',
    page: {
      votes: '表决',
      committee: '业委会',
      revenue: '公共收益',
      maintenance: '维修资金',
      projects: '基金项目',
    },
    none: '没有任期内的业委会',
    noneHint: '成立或者换届以后，成员会公布在这里。',
    term: '任期 {from} 至 {to}',
    noMembers: '成员名单还没有登记。',
    days: '{from} 至 {to}',
    hint: '这里只公布姓名、职务和任期，不公布电话等个人信息。',
  },
};
