import { dayInShanghai, writtenDay } from '#libs/kernel';
import { factsTable, paragraph, type Paper } from '#libs/platform';
import { STEP_WORDS } from '../../assemblies/words.js';
import { FORM_WORDS } from '../../domain/assembly/meeting-form.js';
import { framed, numbered, type Section } from './paper-frame.js';
import { areaOf, scopeWords, watermarkOf, writtenInstant } from './paper-words.js';
import type { ResultFacts } from '../result-facts.js';
import { channelsWords, deemedWords, results } from './result-paper.js';

function meeting({ file, compound, certified: { record } }: ResultFacts): Section {
  const { assembly } = file;
  const { window } = record;
  return {
    title: '会议基本情况',
    content: [
      factsTable([
        ['小区', compound],
        ['会议名称', assembly.title],
        ['会议形式', FORM_WORDS[assembly.form]],
        ['时间', `${writtenInstant(window.opensAt)} 至 ${writtenInstant(window.closesAt)}`],
        ['地点', assembly.place ?? `${assembly.organiserName}办公地点`],
        ['组织者', assembly.organiserName],
        ...(assembly.organiserBasis ? [['召集依据', assembly.organiserBasis] as const] : []),
        ['表决范围', scopeWords(assembly)],
      ]),
    ],
  };
}

function attendance({ certified: { record } }: ResultFacts): Section {
  const { roll, ballots } = record;
  return {
    title: '参加情况',
    content: [
      paragraph(
        `业主名册第 ${roll.version} 版：${roll.parties} 户，计 ${roll.heads} 人，面积 ${areaOf(roll.weight)}。`,
      ),
      paragraph(`收到表决票 ${ballots.standing} 张：${channelsWords(ballots.byChannel)}。`),
    ],
  };
}

function course({ file: { steps } }: ResultFacts): Section {
  const told = steps.map(
    ({ step, at, basis }) => `${writtenInstant(at)}　${STEP_WORDS[step].zh}${basis ? `：${basis}` : ''}`,
  );
  return { title: '会议经过', content: [numbered(told)] };
}

function objections({ objections: raised }: ResultFacts): readonly Section[] {
  if (raised.length === 0) return [];
  const told = raised.map(({ onDay, content, answer }) => {
    const word = answer?.outcome === 'upheld' ? '成立' : '不成立';
    const answered = answer ? `答复（${writtenDay(answer.onDay)}，异议${word}）：${answer.content}` : '尚未答复';
    return `${writtenDay(onDay)}：${content}　${answered}`;
  });
  return [{ title: '对结果的异议与答复', content: [numbered(told)] }];
}

const signature = (who: string): object => ({ text: `${who}签字：＿＿＿＿＿＿＿＿＿＿`, margin: [0, 10, 0, 0] });

/** 会议记录: kept by the committee (物业管理条例第十四条), signed by those who counted and who wrote it down. */
export function minutesPaper(facts: ResultFacts): Paper {
  const { file, compound, url, certified } = facts;
  const { assembly } = file;
  const deemed = deemedWords(facts);
  const signers = [...certified.signers.map((name) => `${name}　`), '记录人'];
  return framed({
    body: assembly.organiserName,
    title: `${assembly.title}会议记录`,
    opening: [],
    sections: [
      meeting(facts),
      attendance(facts),
      results(facts, (name) => name),
      ...(deemed.length > 0 ? [{ title: '推定表决', content: [numbered(deemed)] }] : []),
      course(facts),
      ...objections(facts),
      { title: '签字', content: [{ columns: [{ stack: signers.map(signature) }], unbreakable: true }] },
    ],
    signed: [
      { text: assembly.organiserName },
      { text: writtenDay(dayInShanghai(certified.certifiedAt), true) },
      { text: '（盖章）', color: '#6b7280', fontSize: 10 },
    ],
    ...{ url, hint: '扫码看本次表决' },
    foot: `${compound} · ${assembly.title}会议记录`,
    watermark: watermarkOf(file, true),
  });
}
