import { chineseNumber, dayInShanghai, writtenArea, writtenDay } from '#libs/kernel';
import { matterOn, type Bound, type VotingPack } from '#libs/law';
import type { Outcome } from '#libs/tally';
import type { Assembly } from '../../assemblies/assembly.entity.js';
import type { AssemblyFile } from '../../assemblies/assembly-files.js';
import type { MotionRow } from '../../motions/motion.entity.js';

/** What nobody decided is told apart from what owners decided, on every page. */
const REHEARSAL = '演练 · 无效';
const DRAFT = '草稿';

/** @param isFinal whether the paper is as it will be published */
export function watermarkOf({ assembly, state }: AssemblyFile, isFinal: boolean): string | null {
  if (assembly.isRehearsal) return isFinal ? REHEARSAL : `${REHEARSAL} · ${DRAFT}`;
  if (state === 'cancelled') return '已取消';
  return isFinal ? null : DRAFT;
}

export const areaOf = (hundredths: bigint | string): string => `${writtenArea(hundredths)} 平方米`;

/** An instant on a paper: 2026年12月14日 9:00. */
export function writtenInstant(instant: Date | string): string {
  const moment = new Date(instant);
  const time = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${writtenDay(dayInShanghai(moment))} ${time}`;
}

export function scopeWords({ building, stairway }: Pick<Assembly, 'building' | 'stairway'>): string {
  if (building === null) return '本小区全体业主';
  return stairway === null ? `${building} 栋全体业主` : `${building} 栋 ${stairway} 单元全体业主`;
}

/** 三分之二以上 includes the number, 过半数 does not (民法典第一千二百五十九条). */
function boundWords({ fraction: [over, under], op }: Bound): string {
  if (op === '>' && over === 1 && under === 2) return '过半数';
  const share = `${chineseNumber(under)}分之${chineseNumber(over)}`;
  return op === '>=' ? `${share}以上` : `超过${share}`;
}

function scalesWords({ heads, weight }: VotingPack['rule']['quorum'], who: string): string {
  const told = [
    ...(weight ? [`专有部分面积占${who}${boundWords(weight)}`] : []),
    ...(heads ? [`人数占${who}${boundWords(heads)}`] : []),
  ];
  return told.join('且');
}

/** What must be reached, in the words of the law. */
export function ruleWords({ rule: { quorum, approval } }: VotingPack): string {
  const base = approval.heads?.base === 'electorate' ? '全体业主' : '参与表决业主';
  const part = scalesWords(quorum, '全体业主');
  return `${part === '' ? '' : `由${part}的业主参与表决，`}经${scalesWords(approval, base)}的业主同意`;
}

export function matterWords({ matters, votingClass }: MotionRow, on: string): string {
  const names = matters.map((code) => matterOn(code, on)?.zh ?? code).join('、');
  return `${names}（${votingClass === 'special' ? '特别事项' : '一般事项'}）`;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  ADOPTED: '通过',
  NOT_ADOPTED: '未通过',
  NO_QUORUM: '未达参与门槛',
};

export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  phone: '手机',
  desk: '现场',
  paper: '纸质表决票',
};

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  for: '同意',
  against: '反对',
  abstain: '弃权',
  invalid: '无效',
};

/** What a choice is called on the ballot: a candidate by name, an option by its own words. */
export function choiceWords(choice: string, { candidates }: Pick<MotionRow, 'candidates'>): string {
  const name = candidates?.find(({ key }) => key === choice)?.name;
  return name ?? PLAIN_WORDS[choice] ?? choice;
}
