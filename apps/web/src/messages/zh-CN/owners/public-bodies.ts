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
  find: {
    title: '查小区',
    hint: '不用登录：找到您的小区，看它的表决、业委会、公共收益、维修资金和基金项目。',
    name: '小区名称或地址',
    nameHint: '写几个字就行，也可以写拼音或拼音首字母。',
    none: '没有找到这个小区',
    noneHint: '请换几个字再找；名称有变化的，可以按地址找。',
    more: '只显示前二十个，请把名称写得更全。',
  },
};
