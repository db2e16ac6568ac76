/** 说明: what is in the bundle, and how anybody checks it without this system. */
export function courtReadme({
  title,
  compound,
  url,
  recordHash,
  isSecret,
  madeOn,
  madeBy,
  reason,
}: {
  readonly title: string;
  readonly compound: string;
  readonly url: string;
  readonly recordHash: string;
  readonly isSecret: boolean;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly reason: string;
}): string {
  const secrecy = isSecret
    ? '本次表决不记名：卷宗不载明哪一户怎么投的；纸票影像按原样提供，票号与房屋的对应关系不在卷内，确需查明的，另行调取。'
    : '本次表决记名；卷宗仍不附业主姓名、电话、证件号，只以房屋标明。';
  return [
    `${compound} ${title} 诉讼卷宗`,
    '',
    `制作日期：${madeOn}`,
    `制作人：${madeBy}`,
    `事由：${reason}`,
    `公开页面：${url}`,
    '',
    '一、卷内目录',
    '01-公告：会议公告（PDF）。',
    '02-名册：每一版业主名册，只有房屋、人数、面积；json 文件里是冻结日期、原因和名册校验值。',
    '03-送达：送达台账及凭证；台账“凭证SHA-256”一栏与凭证文件一一对应。',
    '04-表决票：封存公示板（每张票一个承诺值）、收票流水、每项议题的复核包。',
    '05-纸票：发放、收回、作废记录，双人录入记录，票面影像。',
    '06-结果：结果记录（签署）、结果公告、会议记录。',
    '07-异议：对名册、对结果的异议与答复。',
    '08-公开日志：每一步的留痕，及其在城市公开日志中的存在性证明。',
    '目录.json、校验.sha256：每个文件的大小和 SHA-256。',
    '',
    '二、怎样核对文件没有改过',
    'Windows：在解压后的文件夹打开命令行，运行 certutil -hashfile 文件名 SHA256，与“目录.json”里的值比对。',
    'macOS、Linux：在解压后的文件夹运行 sha256sum -c 校验.sha256（macOS 为 shasum -a 256 -c 校验.sha256）。',
    '',
    '三、怎样核对结果',
    `1. “06-结果/结果记录.json”的 SHA-256 就是公告栏、公开页面上的记录校验值：${recordHash}。`,
    '2. “04-表决票/复核包”里的每个文件，都可以在公开页面的“复核计票”里打开，或者运行 jiayuan recount 文件名，离线重新计票。',
    '3. 持有回执的业主，可以在公开页面查自己的票在不在封存公示板上。',
    '4. “08-公开日志”里每一条的 leafHash，是 00 字节、盐值、原文依次相接后的哈希；按 proof 逐级合并，应得到已签名的树根。',
    '',
    '四、个人信息',
    secrecy,
    '卷宗只供本次事由使用，不得公开或者转给他人（个人信息保护法第六条、第二十五条）。调取已经留痕，有关业主可以查到。',
    '',
  ].join('\r\n');
}
