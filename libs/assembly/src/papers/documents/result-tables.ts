import { SOFT, THIN_LINES, type PaperContent } from '#libs/platform';
import type { MotionResult, Tests } from '#libs/tally';
import { packOf } from '../../counting/count-reader.js';
import type { MotionRecord, ResultRecord } from '../../counting/result-record.js';
import type { MotionRow } from '../../motions/motion.entity.js';
import type { ElectionLot } from '../../lots/election-lot.entity.js';
import type { ResultFacts } from '../result-facts.js';
import { aside, headed } from './paper-frame.js';
import { areaOf, choiceWords, matterWords, OUTCOME_WORDS, ruleWords, writtenInstant } from './paper-words.js';
import { writtenArea } from '#libs/kernel';

type Row = readonly [label: string, heads: string, weight: string];

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly unknown[],
): PaperContent {
  const body = [head.map((text) => ({ text, color: SOFT })), ...rows];
  const fitted = { widths: [...widths], headerRows: 1, dontBreakRows: true, body };
  return { table: fitted, layout: THIN_LINES, margin: [0, 4, 0, 4], fontSize: 11, lineHeight: 1.25 };
}

function needRow(label: string, { heads, weight }: Tests): readonly Row[] {
  if (heads.need === null && weight.need === null) return [];
  const needed = weight.need === null ? '不要求' : writtenArea(weight.need);
  return [[label, heads.need === null ? '不要求' : String(heads.need), needed]];
}

/** Sums of one question: who took part against what was needed, every choice, and who did not vote. */
function countsTable(result: MotionResult, motion: MotionRow): PaperContent {
  const { quorum, approval, counts, absent, options } = result;
  const chosen = [...motion.offered, 'invalid'].flatMap((choice): Row[] => {
    const sum = counts[choice];
    return sum ? [[choiceWords(choice, motion), String(sum.heads), writtenArea(sum.weight)]] : [];
  });
  const rows: readonly Row[] = [
    ['参与表决', String(quorum.heads.have), writtenArea(quorum.weight.have)],
    ...needRow('参与须达到', quorum),
    ...chosen,
    ...needRow(options ? '每个方案须达到' : '同意须达到', approval),
    ['未投票', String(absent.heads), writtenArea(absent.weight)],
  ];
  return table(['项目', '人数', '面积（平方米）'], rows, ['*', 90, 130]);
}

function amount(heads: number, weight: bigint): string {
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const word = (isShort: boolean): string => (isShort ? '还差' : '多出');
  return `人数${word(heads < 0)} ${Math.abs(heads)} 人，面积${word(weight < 0n)} ${areaOf(size(weight))}`;
}

/** How near it was, and whether invalid ballots would turn it. */
function marginWords({ margin, sensitive, outcome }: MotionResult): string {
  const near =
    margin.heads === null || margin.weight === null ? '' : `余量：${amount(margin.heads, BigInt(margin.weight))}。`;
  const turned = sensitive.map(
    ({ invalid, outcome: other }) =>
      `敏感性：如果无效票${invalid === 'as_abstain' ? '算参与、按弃权计' : '不算参与'}，结论将由“${OUTCOME_WORDS[outcome]}”` +
      `变为“${OUTCOME_WORDS[other]}”。`,
  );
  return near + (turned.length > 0 ? turned.join('') : '敏感性：无效票怎么算，结论都一样。');
}

/** How equals were parted, before whom; or that they still are to be. */
function lotLines(
  { id, election }: MotionRecord,
  motion: MotionRow,
  { lots, called }: { readonly lots: readonly ElectionLot[]; readonly called: (name: string) => string },
): readonly PaperContent[] {
  const name = (key: string): string => choiceWords(key, motion);
  const drawn = lots
    .filter(({ motionId }) => motionId === id)
    .map((lot) => {
      const [drawn, seats] = [lot.drawn.map(name).join('、'), lot.border === 'seats' ? '席位' : '候补'];
      return (
        `${drawn}的人数、面积完全相同（${seats} ${lot.places} 个），${writtenInstant(lot.drawnAt)}在${lot.place}公开抽签` +
        `（${lot.method}），见证人${lot.witnesses.map(called).join('、')}，先后次序为：${drawn}。`
      );
    });
  const needed = election?.lotNeeded;
  const still = needed
    ? [`${needed.among.map(name).join('、')}的人数、面积完全相同，须公开抽签确定 ${needed.places} 个名额。`]
    : [];
  return [...drawn, ...still].map((text) => aside(text));
}

function electionLines(record: MotionRecord, motion: MotionRow): readonly PaperContent[] {
  const { election } = record;
  if (!election) return [];
  const name = (key: string): string => choiceWords(key, motion);
  const seat = (key: string): string =>
    election.elected.includes(key) ? '当选' : election.alternates.includes(key) ? '候补' : '—';
  const rows = election.candidates.map(({ candidate, outcome, approval: { heads, weight } }) => [
    ...[name(candidate), String(heads.have), writtenArea(weight.have)],
    ...[OUTCOME_WORDS[outcome], seat(candidate)],
  ]);
  return [
    table(['候选人', '同意人数', '同意面积（平方米）', '是否达到', '席位'], rows, ['*', 60, 110, 80, 50]),
    aside(
      `应选 ${motion.seats ?? 0} 人，当选 ${election.elected.length} 人：${election.elected.map(name).join('、') || '无'}` +
        `；候补：${election.alternates.map(name).join('、') || '无'}；空缺 ${election.vacant} 席。`,
    ),
  ];
}

function optionLines(
  { results }: { readonly results: readonly MotionResult[] },
  motion: MotionRow,
): readonly PaperContent[] {
  const told = results.flatMap(({ options }) => options ?? []);
  if (told.length === 0) return [];
  const words = told.map(({ choice, outcome }) => `${choiceWords(choice, motion)}：${OUTCOME_WORDS[outcome]}`);
  return [aside(`各方案：${words.join('；')}。`)];
}

/** The tallies of one election are too many tables: each candidate is a line of one. */
function tally(results: readonly MotionResult[], record: MotionRecord, motion: MotionRow): readonly PaperContent[] {
  const [first] = results;
  if (!first) return [];
  if (record.election) {
    const rows: readonly Row[] = [
      ['参与表决', String(first.quorum.heads.have), writtenArea(first.quorum.weight.have)],
      ...needRow('参与须达到', first.quorum),
      ...needRow('每名候选人须达到', first.approval),
      ['未投票', String(first.absent.heads), writtenArea(first.absent.weight)],
    ];
    return [table(['项目', '人数', '面积（平方米）'], rows, ['*', 90, 130])];
  }
  return [countsTable(first, motion), ...optionLines({ results }, motion), aside(marginWords(first))];
}

function verdict(record: MotionRecord): string {
  const [first] = record.results;
  if (record.election) return record.isAdopted ? '选举有效' : '无人当选';
  return record.isAdopted ? OUTCOME_WORDS.ADOPTED : OUTCOME_WORDS[first?.outcome ?? 'NO_QUORUM'];
}

function deemedTally(record: MotionRecord, motion: MotionRow, { withDeemed }: ResultRecord): readonly PaperContent[] {
  if (!withDeemed) return [];
  const ids = new Set(record.results.map(({ id }) => id));
  const deemed = withDeemed.motions.filter(({ id }) => ids.has(id));
  const heading = { text: `按规约推定后（推定 ${withDeemed.parties} 户），供对照：`, margin: [0, 6, 0, 0] };
  if (record.election) {
    const rows = deemed.map(({ id, outcome, approval: { heads, weight } }) => [
      choiceWords(id.slice(motion.id.length + 1), motion),
      ...[String(heads.have), writtenArea(weight.have), OUTCOME_WORDS[outcome]],
    ]);
    return [heading, table(['候选人', '同意人数', '同意面积（平方米）', '是否达到'], rows, ['*', 70, 120, 80])];
  }
  const [first] = deemed;
  const outcome = first ? [aside(`推定后的结论：${OUTCOME_WORDS[first.outcome]}。`)] : [];
  return [heading, ...deemed.map((each) => countsTable(each, motion)), ...outcome];
}

/** What came of one motion: its rule with the article, both tallies where silence was counted, and the verdict. */
export function motionResult(
  facts: ResultFacts,
  motion: MotionRecord,
  { at, called }: { readonly at: number; readonly called: (name: string) => string },
): readonly PaperContent[] {
  const { standing: record, lots } = facts.certified;
  const row = facts.file.motions.find(({ id }) => id === motion.id);
  if (!row) return [];
  const pack = packOf(row, facts.file);
  const cast = record.withDeemed ? [{ text: '只计实际投出的票：', margin: [0, 4, 0, 0] }] : [];
  return [
    headed(`（${at + 1}）${motion.title}：${verdict(motion)}`, [
      aside(`${matterWords(row, facts.file.ruledOn)}。${ruleWords(pack)}。`),
      aside(`规则包 ${motion.rulePack}：${pack.source}${pack.article}。`),
    ]),
    ...cast,
    ...tally(motion.results, motion, row),
    ...electionLines(motion, row),
    ...lotLines(motion, row, { lots, called }),
    ...deemedTally(motion, row, record),
  ];
}
