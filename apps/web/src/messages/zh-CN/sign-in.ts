export default {
  signIn: {
    title: '登录',
    city: '城市',
    demoCity: '{name}（演示数据）',
    login: '登录名',
    password: '密码',
    enter: '登录',
    ended: '登录已结束或已过期，请重新登录，之后会回到原来的页面。',
    forgotten: '忘记密码？请所在街道、区县或市级管理员在“人员”页重置。',
  },
  password: {
    title: '修改密码',
    forced: '这是首次登录（或密码刚被重置）。请先换成只有您自己知道的密码。',
    hint: '修改后，您在其他设备上的登录会立即结束。',
    initial: '管理员给的初始密码',
    current: '当前密码',
    next: '新密码',
    nextHint: '至少 10 个字符，建议用几个词组成的一句话。',
    again: '再输入一次新密码',
    mismatch: '两次输入的新密码不一致，请重新输入。',
    save: '修改密码',
  },
};
