import type { Sheet, SheetBlock } from '#libs/platform';
import type { MotionRow } from '../../motions/motion.entity.js';
import type { PaperFacts } from '../paper-facts.js';
import { areaOf, choiceWords, writtenInstant } from './paper-words.js';
import { silenceSentence } from './rule-sentences.js';

/** The party to which a ballot goes. */
export interface PrintedSlip {
  readonly number: string;
  readonly label: string;
  readonly heads: number;
  readonly weight: string;
}

const PLAIN = ['for', 'against', 'abstain'];
const BOX = '□';

/** Large enough for whoever reads without glasses. */
const SIZE = { title: 24, head: 13, motion: 16, body: 12, choice: 17, small: 11 } as const;

function choices(motion: MotionRow): readonly SheetBlock[] {
  const { kind, offered, seats } = motion;
  const boxed = (choice: string): string => `${BOX} ${choiceWords(choice, motion)}`;
  const named = offered.filter((each) => !PLAIN.includes(each));
  const plain = { columns: offered.filter((each) => PLAIN.includes(each)).map(boxed), size: SIZE.choice, above: 6 };
  if (kind === 'plain') return [plain];
  const most = kind === 'election' ? `请选不超过 ${seats ?? 0} 人` : '只能选一项';
  const lines = named.map((each) => ({ text: boxed(each), size: SIZE.choice, above: 4 }));
  return [{ text: most, size: SIZE.body, above: 4 }, ...lines, ...(plain.columns.length > 0 ? [plain] : [])];
}

/** A motion as it is printed for everybody alike: title, text, and its boxes, which stay together where they can. */
export function motionBlocks(motion: MotionRow, at: number): SheetBlock {
  const title = { text: `${at + 1}. ${motion.title}`, size: SIZE.motion, above: 12 };
  const body = motion.body.trim() === '' ? [] : [{ text: motion.body.trim(), size: SIZE.body, above: 2 }];
  return { together: [title, ...body, { together: choices(motion) }] };
}

function guidance({ file: { assembly, window } }: PaperFacts): readonly string[] {
  const until = window ? writtenInstant(window.closesAt) : '截止时间';
  const place = assembly.place ?? `${assembly.organiserName}办公地点`;
  const silence = silenceSentence(assembly.rules);
  return [
    '有下列情形之一的，整张表决票无效：没有签名；不是业主本人或者有效受托人填写；票号、房屋被涂改。',
    '有下列情形之一的，该事项无效，不影响其他事项：一个选项也没有勾；勾了两个以上（选举超过应选人数）；字迹无法辨认。',
    `请在${until}以前交回${place}。逾期交回的不计。遗失、填错的，可以凭本人身份证件换领，原票作废。`,
    ...(silence === null ? [] : [`重要提示：${silence}`]),
  ];
}

/** 表决票: one per party, in large type, with its number and a code that leads to the page of the vote. */
export function ballotSheet(facts: PaperFacts, motions: readonly SheetBlock[], slip: PrintedSlip | null): Sheet {
  const { file, compound, url } = facts;
  const { assembly, window } = file;
  const head = (text: string): SheetBlock => ({ text, size: SIZE.head, above: 3 });
  const facing = [
    head(`票号：${slip?.number ?? '样票'}`),
    head(`房屋：${slip?.label ?? '（发放时印上）'}`),
    head(slip ? `面积：${areaOf(slip.weight)}　计 ${slip.heads} 人` : '面积：（发放时印上）'),
    head(
      window
        ? `表决时间：${writtenInstant(window.opensAt)} 至 ${writtenInstant(window.closesAt)}`
        : '表决时间：（待定）',
    ),
  ];
  const sign = ['业主（受托人）签名：', '日期：　　　　年　　月　　日'];
  return {
    foot: `${compound} · 票号 ${slip?.number ?? '样票'}`,
    blocks: [
      { text: '业主大会表决票', size: SIZE.title, align: 'center' },
      { text: `${compound} · ${assembly.title}`, size: SIZE.head, align: 'center' },
      { line: 5 },
      { qr: slip ? `${url}?slip=${slip.number}` : url, side: 92, beside: facing },
      { line: 5 },
      { text: '请用黑色笔在选定的方框里打“√”。', size: SIZE.head },
      ...motions,
      { line: 8 },
      {
        together: [
          ...guidance(facts).map((text, at) => ({ text: `${at + 1}. ${text}`, size: SIZE.small, above: 2 })),
          { columns: sign, size: SIZE.choice - 2, above: 18 },
          { columns: ['收回人：', '收回时间：'], size: SIZE.small, above: 14 },
        ],
      },
    ],
  };
}
