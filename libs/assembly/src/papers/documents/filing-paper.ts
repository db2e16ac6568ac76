import { dayInShanghai, writtenDay } from '#libs/kernel';
import { factsTable, paragraph, THIN_LINES, type Paper, type PaperContent } from '#libs/platform';
import { stepOf } from '../../assemblies/assembly-files.js';
import type { MotionRecord } from '../../counting/result-record.js';
import { FORM_WORDS } from '../../domain/assembly/meeting-form.js';
import { aside, framed, type Section } from './paper-frame.js';
import { areaOf, choiceWords, OUTCOME_WORDS, watermarkOf, writtenInstant } from './paper-words.js';
import type { ResultFacts } from '../result-facts.js';

function decided({ file, certified: { standing } }: ResultFacts): readonly (readonly [string, string])[] {
  return standing.motions.map((motion, at) => {
    const row = file.motions.find(({ id }) => id === motion.id);
    const name = (key: string): string => (row ? choiceWords(key, row) : key);
    const { election, isAdopted, results } = motion;
    const outcome = isAdopted ? OUTCOME_WORDS.ADOPTED : OUTCOME_WORDS[results[0]?.outcome ?? 'NO_QUORUM'];
    const told = election
      ? `当选：${election.elected.map(name).join('、') || '无'}；候补：${election.alternates.map(name).join('、') || '无'}`
      : outcome;
    return [`决定事项 ${at + 1}`, `${motion.title}：${told}`] as const;
  });
}

function adoptedMatters(motions: readonly MotionRecord[]): ReadonlySet<string> {
  return new Set(motions.filter(({ isAdopted }) => isAdopted).flatMap(({ matters }) => matters));
}

/** 附件清单: what goes with the form, by what was decided. */
export function enclosures({ certified, objections }: ResultFacts): readonly string[] {
  const { record, standing, lots } = certified;
  const matters = adoptedMatters(standing.motions);
  return [
    '业主大会会议公告',
    `业主名册（第 ${record.roll.version} 版）`,
    '表决结果公告',
    '业主大会会议记录',
    ...(matters.has('M1') ? ['业主大会议事规则'] : []),
    ...(matters.has('M2') ? ['管理规约'] : []),
    ...(matters.has('M3') ? ['业主委员会成员名单、基本情况及分工'] : []),
    ...(matters.has('M4') ? ['物业服务合同（草案）'] : []),
    ...(lots.length > 0 ? ['抽签记录'] : []),
    ...(record.withDeemed ? ['推定表决所依据的规约条款、送达凭证'] : []),
    ...(objections.length > 0 ? [`对表决结果的异议及答复（${objections.length} 条）`] : []),
  ];
}

function enclosed(facts: ResultFacts): PaperContent {
  const rows = enclosures(facts).map((name, at) => [String(at + 1), name, '＿＿ 页', '□ 已附']);
  const body = [['序号', '材料名称', '页数', '核对'], ...rows];
  return { table: { widths: [32, '*', 60, 60], headerRows: 1, dontBreakRows: true, body }, layout: THIN_LINES };
}

function receipt(): Section {
  return {
    title: '受理机关填写',
    content: [
      factsTable([
        ['收件日期', '　　　　年　　月　　日'],
        ['材料', '□ 齐全　　□ 需补正：'],
        ['收件人', ''],
        ['备案编号', ''],
      ]),
      aside('备案是对业主大会决定事项的记录，受理机关核对材料是否真实、齐全（物业管理条例第十六条）。'),
    ],
  };
}

/** 备案表: what was decided, by whom and how, with the list of what is enclosed. */
export function filingPaper(facts: ResultFacts): Paper {
  const { file, compound, url, certified } = facts;
  const { assembly } = file;
  const { record } = certified;
  const [first] = record.motions[0]?.results ?? [];
  const took = first ? `${first.quorum.heads.have} 人，${areaOf(first.quorum.weight.have)}` : '—';
  return framed({
    body: assembly.organiserName,
    title: '业主大会决定事项备案表',
    opening: [],
    sections: [
      {
        title: '申请备案的事项',
        content: [
          factsTable([
            ['小区', compound],
            ['会议名称', assembly.title],
            ['会议形式', FORM_WORDS[assembly.form]],
            ['组织者', assembly.organiserName],
            ['表决时间', `${writtenInstant(record.window.opensAt)} 至 ${writtenInstant(record.window.closesAt)}`],
            ['业主名册', `第 ${record.roll.version} 版，${record.roll.heads} 人，${areaOf(record.roll.weight)}`],
            ['参与表决', took],
            ...decided(facts),
            ['备案期限', `${writtenDay(record.days.fileBy)}前`],
            ['联系人、电话', ''],
          ]),
        ],
      },
      { title: '附件清单', content: [enclosed(facts)] },
      {
        title: '申请人声明',
        content: [paragraph('以上内容及所附材料真实、完整，与公布的结果一致；如有不实，愿承担相应责任。')],
      },
      receipt(),
    ],
    signed: [
      { text: assembly.organiserName },
      { text: writtenDay(stepOf(file, 'publication')?.onDay ?? dayInShanghai(certified.certifiedAt), true) },
      { text: '（盖章）', color: '#6b7280', fontSize: 10 },
    ],
    ...{ url, hint: '扫码核对本次表决' },
    foot: `${compound} · 业主大会决定事项备案表`,
    watermark: watermarkOf(file, stepOf(file, 'publication') !== undefined || assembly.isRehearsal),
  });
}
