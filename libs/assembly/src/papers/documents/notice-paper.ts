import { writtenDay } from '#libs/kernel';
import { factsTable, paragraph, type Paper, type PaperContent } from '#libs/platform';
import { stepOf } from '../../assemblies/assembly-files.js';
import { packOf } from '../../counting/count-reader.js';
import { FORM_WORDS } from '../../domain/assembly/meeting-form.js';
import type { MotionRow } from '../../motions/motion.entity.js';
import type { PaperFacts } from '../paper-facts.js';
import { aside, framed, headed, numbered, type Section } from './paper-frame.js';
import { areaOf, choiceWords, matterWords, ruleWords, scopeWords, watermarkOf, writtenInstant } from './paper-words.js';
import { ruleSentences } from './rule-sentences.js';

const PLAIN = ['for', 'against', 'abstain'];
const OPEN_DAY = '（待定）';

function meeting({ file, compound }: PaperFacts): Section {
  const { assembly } = file;
  const { opensAt, closesAt } = stepOf(file, 'notice') ?? { opensAt: null, closesAt: null };
  const extension = stepOf(file, 'extension');
  const facts: (readonly [string, string])[] = [
    ['小区', compound],
    ['会议名称', assembly.title],
    ['表决范围', scopeWords(assembly)],
    ['会议形式', FORM_WORDS[assembly.form]],
    ['组织者', assembly.organiserName],
    ...(assembly.organiserBasis ? [['召集依据', assembly.organiserBasis] as const] : []),
    ['表决开始', opensAt ? writtenInstant(opensAt) : OPEN_DAY],
    ['表决截止', closesAt ? writtenInstant(closesAt) : OPEN_DAY],
    ...(extension?.closesAt
      ? [['延期后截止', `${writtenInstant(extension.closesAt)}（理由：${extension.basis ?? ''}）`] as const]
      : []),
    ['地点', assembly.place ?? `${assembly.organiserName}办公地点`],
  ];
  return { title: '会议基本情况', content: [factsTable(facts)] };
}

function offeredIn(motion: MotionRow): readonly PaperContent[] {
  const { kind, offered, candidates, seats } = motion;
  if (kind === 'plain') return [paragraph(`选项：${offered.map((each) => choiceWords(each, motion)).join('、')}。`)];
  if (kind === 'options') {
    const options = offered.filter((each) => !PLAIN.includes(each));
    return [paragraph('方案（只能选一项，也可以反对或者弃权）：'), { ol: options, margin: [24, 2, 0, 0] }];
  }
  const named = (candidates ?? []).map(({ name, note }) => (note === '' ? name : `${name}：${note}`));
  return [paragraph(`应选 ${seats ?? 0} 人，候选人：`), { ol: named, margin: [24, 2, 0, 0] }];
}

function motions({ file }: PaperFacts): Section {
  const content = file.motions.flatMap((motion, at) => [
    headed(`（${at + 1}）${motion.title}`, [
      aside(`${matterWords(motion, file.ruledOn)}。${ruleWords(packOf(motion, file))}，方为通过。`),
    ]),
    ...motion.body
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(paragraph),
    ...offeredIn(motion),
  ]);
  return { title: '表决事项', content: content.length > 0 ? content : [paragraph('（尚未提出议题）')] };
}

function roll({ file, roll: frozen, limits }: PaperFacts): Section {
  if (frozen === null) return { title: '业主名册', content: [paragraph('业主名册冻结后公示。')] };
  const told =
    `业主名册（第 ${frozen.version} 版）共 ${frozen.parties} 户，计 ${frozen.heads} 人，面积 ${areaOf(frozen.weight)}，` +
    `自${writtenDay(frozen.shownFrom)}起公示 ${limits.rollObjectionDays} 天。` +
    `对户数、面积有异议的，请在${writtenDay(frozen.objectUntil)}（含当日）前书面向${file.assembly.organiserName}提出；` +
    '异议成立的，更正后公布新的一版。';
  return { title: '业主名册', content: [paragraph(told), aside(`名册校验值（SHA-256）：${frozen.hash}`)] };
}

function howToVote({ file: { assembly } }: PaperFacts): Section {
  const place = assembly.place ?? `${assembly.organiserName}办公地点`;
  const meeting = assembly.form === 'collective' ? '到会投票：按时到会，出示身份证件，当场领票、填票、投票。' : null;
  return {
    title: '怎样投票',
    content: [
      numbered([
        ...(meeting === null ? [] : [meeting]),
        '手机投票：扫描文末二维码打开本次表决的页面，用登记的手机号登录，逐项选择后确认；投完当即得到回执，凭回执可以查自己的票。',
        `纸质投票：带身份证件到${place}领取表决票，也可以请工作人员送上门；逐项勾选、签名，截止以前交回。领了纸票的，交回或者作废以前不能再用手机投。`,
        '不便出门、不会用手机的，可以请工作人员带着见证人上门协助，投完给纸质回执，与其他票效力相同。',
        '委托他人投票的，须有书面委托书，写明受托人、委托事项、权限和期限，并由业主签名。',
      ]),
    ],
  };
}

function objections({ file: { assembly }, limits }: PaperFacts): Section {
  return {
    title: '附：异议途径',
    content: [
      numbered([
        `对表决结果有异议的，在结果公布后 ${limits.resultObjectionDays} 天内书面向${assembly.organiserName}提出，组织者逐条答复。`,
        '也可以向小区所在的街道办事处（乡镇人民政府）、社区居民委员会反映；决定违反法律、法规的，由其责令限期改正或者撤销（物业管理条例第十九条）。',
        '认为业主大会的决定侵害自己合法权益的，可以自知道或者应当知道之日起一年内请求人民法院撤销（民法典第二百八十条）。',
        '结果公布后，任何人都可以在本次表决的页面下载复核包，自己重新计一遍票。',
      ]),
    ],
  };
}

/** 业主大会会议公告: motions in full, window, place, rules, roll, how to vote, and where to object. */
export function noticePaper(facts: PaperFacts): Paper {
  const { file, compound, url } = facts;
  const { assembly } = file;
  const notice = stepOf(file, 'notice');
  const date = notice ? writtenDay(notice.onDay, true) : '　　年　　月　　日';
  return framed({
    body: assembly.organiserName,
    title: `关于召开${assembly.title}的公告`,
    opening: [
      { text: `${compound}${scopeWords(assembly).replace('本小区', '')}：` },
      paragraph(
        '根据《中华人民共和国民法典》第二百七十八条、《物业管理条例》第十四条，现将本次业主大会会议的时间、地点、形式、' +
          '议题和表决规则公告如下。公告发出后，议题和规则不再更改。',
      ),
    ],
    sections: [
      meeting(facts),
      motions(facts),
      { title: '表决规则', content: [numbered(ruleSentences(assembly.rules))] },
      roll(facts),
      howToVote(facts),
      objections(facts),
    ],
    signed: [{ text: assembly.organiserName }, { text: date }, { text: '（盖章）', color: '#6b7280', fontSize: 10 }],
    ...{ url, hint: '扫码看本次表决' },
    foot: `${compound} · ${assembly.title}公告`,
    watermark: watermarkOf(file, notice !== undefined),
  });
}
