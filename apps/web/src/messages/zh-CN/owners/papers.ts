export default {
  papers: {
    title: '文书',
    hint: '都从登记的内容现印，不用另写；没有定的印“草稿”，演练的每页印“演练 · 无效”。',
    kind: {
      notice: '会议公告',
      ballots: '表决票',
      sample: '表决票样票',
      minutes: '会议记录',
      result: '结果公告',
      filing: '备案表',
    },
    printPicked: '打印所选表决票',
    printHere: '打印这里的表决票',
    court: {
      name: '诉讼卷宗',
      hint: '一次表决的全部材料，连同每个文件的校验值。请写明事由（如案号）；调取留痕，有关业主可以查到。',
    },
    deemed: {
      title: '推定表决：两种计法（推定 {n} 户）',
      hint: '一种只计实际投出的票，一种按规约加上送达后没有投票的；两种同时公布。',
      differs: '两种计法的结论不同',
      way: '计法',
      cast: '只计投出的票',
      deemed: '加上推定的票',
      took: '参与',
      approved: '同意',
      outcome: '结论',
      people: '人',
    },
    form: { label: '会议形式', written: '书面征求意见', collective: '集体讨论' },
    formHint: {
      written: '表决票送到每一户，由业主填写、签名。',
      collective: '业主到会讨论、当场投票；不能到会的，可以委托或者用手机投。',
    },
    place: '地点',
    placeHint: '开会，或者领取、交回纸质表决票的地方',
  },
};
