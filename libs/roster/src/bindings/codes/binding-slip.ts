import type { Day } from '#libs/kernel';
import type { Paper, PaperContent } from '#libs/platform';

export interface SlipFacts {
  readonly compound: string;
  readonly address: string;
  /** Masked: a slip lies open in a letter box. */
  readonly name: string;
  readonly code: string;
  readonly url: string;
  readonly until: Day;
}

/** 绑定码: one page in large type for the owner of a unit. */
export function bindingSlip({ compound, address, name, code, url, until }: SlipFacts): Paper {
  const step = (text: string): PaperContent => ({ text, fontSize: 14, margin: [0, 6, 0, 0] });
  return {
    title: `${compound}${address} 业主绑定码`,
    watermark: null,
    foot: `${compound} ${address}`,
    content: [
      { text: '业主绑定码', fontSize: 28, alignment: 'center', margin: [0, 0, 0, 10] },
      { text: `${compound} ${address}`, fontSize: 18, alignment: 'center' },
      { text: `业主：${name}`, fontSize: 14, alignment: 'center', margin: [0, 4, 0, 16] },
      { qr: url, fit: 170, alignment: 'center' },
      { text: code, fontSize: 28, alignment: 'center', margin: [0, 14, 0, 14] },
      step('1. 用手机扫上面的二维码，或打开网页后点“我是业主”。'),
      step('2. 用您自己的手机号登录，短信里会有六位验证码。'),
      step('3. 核对这张纸上的绑定码，点“绑定”。以后就用这个手机号参加表决。'),
      step(`这张纸到 ${until} 有效，只能用一次。不要把它交给租房的人或其他人。`),
      step('不会用手机的，带身份证和产权证到社区、街道办理，也可以领纸质选票，一样有效。'),
    ],
  };
}
