import { dayInShanghai, maskedName, writtenDay } from '#libs/kernel';
import { factsTable, paragraph, type Paper } from '#libs/platform';
import { stepOf } from '../../assemblies/assembly-files.js';
import { FORM_WORDS } from '../../domain/assembly/meeting-form.js';
import { aside, framed, numbered, type Section } from './paper-frame.js';
import { areaOf, CHANNEL_WORDS, scopeWords, watermarkOf, writtenInstant } from './paper-words.js';
import type { ResultFacts } from '../result-facts.js';
import { motionResult } from './result-tables.js';
import { silenceSentence } from './rule-sentences.js';

/** How many ballots came by which way. */
export function channelsWords(byChannel: Readonly<Record<string, number>>): string {
  const told = Object.entries(byChannel).map(([channel, count]) => `${CHANNEL_WORDS[channel] ?? channel} ${count} 张`);
  return told.length === 0 ? '没有收到表决票' : told.join('，');
}

export function results(facts: ResultFacts, called: (name: string) => string): Section {
  const { motions } = facts.certified.standing;
  const content = motions.flatMap((motion, at) => motionResult(facts, motion, { at, called }));
  return { title: '各项表决结果', content };
}

/** Said wherever silence was counted: on what it rests, and that it is shown beside what was really cast. */
export function deemedWords({ certified: { record } }: ResultFacts): readonly string[] {
  const { withDeemed, rules } = record;
  const silence = silenceSentence(rules);
  if (!withDeemed || silence === null) return [];
  return [`${silence}本次推定 ${withDeemed.parties} 户，两种计法的结果一并公布。`];
}

function overview({ certified, file }: ResultFacts): Section {
  const { record, certifiedAt, signers } = certified;
  const { roll, window, ballots } = record;
  return {
    title: '表决概况',
    content: [
      factsTable([
        ['表决范围', scopeWords(record.scope)],
        ['会议形式', FORM_WORDS[file.assembly.form]],
        ['表决时间', `${writtenInstant(window.opensAt)} 至 ${writtenInstant(window.closesAt)}`],
        ['业主名册', `第 ${roll.version} 版，${roll.parties} 户，${roll.heads} 人，${areaOf(roll.weight)}`],
        ['收到表决票', `${ballots.standing} 张（${channelsWords(ballots.byChannel)}）`],
        ...(ballots.replaced > 0 ? [['改票', `${ballots.replaced} 次，均以最后一次为准`] as const] : []),
        ['计票确认', `${writtenInstant(certifiedAt)}，两套独立计票结果一致`],
        ['签字人', signers.join('、')],
      ]),
    ],
  };
}

function objecting({ file: { assembly }, after, limits }: ResultFacts): Section {
  const [to, days] = [`书面向${assembly.organiserName}提出`, limits.resultObjectionDays];
  const until = after
    ? `本结果公示至${writtenDay(after.shownUntil)}。有异议的，请在${writtenDay(after.objectUntil)}（含当日）前${to}。`
    : `公布之日起公示 ${limits.publicationDays} 天；有异议的，在 ${days} 天内${to}。`;
  return {
    title: '公示与异议',
    content: [
      paragraph(until),
      paragraph(
        '也可以向小区所在的街道办事处（乡镇人民政府）、社区居民委员会反映；认为决定侵害自己合法权益的，可以自知道或者应当' +
          '知道之日起一年内请求人民法院撤销（民法典第二百八十条）。',
      ),
    ],
  };
}

function checking({ certified: { record, recordHash }, bundles }: ResultFacts): Section {
  return {
    title: '怎样复核',
    content: [
      paragraph(
        '扫描文末二维码打开本次表决的页面，下载复核包，在任何电脑上离线重新计票；凭回执可以查自己的票是否在内。',
      ),
      aside(`结果记录校验值（SHA-256）：${recordHash}`),
      aside(`封存公示板的根：${record.boardRoot}`),
      ...bundles.map(({ title, hash }) => aside(`复核包“${title}”（SHA-256）：${hash}`)),
    ],
  };
}

/** 表决结果公告: both scales, what was needed, margin, rule, signers, and the hashes by which anybody checks it. */
export function resultPaper(facts: ResultFacts): Paper {
  const { file, compound, url, certified } = facts;
  const { assembly } = file;
  const publication = stepOf(file, 'publication');
  const closed = writtenDay(dayInShanghai(new Date(certified.record.window.closesAt)));
  const date = publication ? writtenDay(publication.onDay, true) : '　　年　　月　　日';
  const deemed = deemedWords(facts);
  return framed({
    body: assembly.organiserName,
    title: `${assembly.title}表决结果公告`,
    opening: [
      { text: `${compound}${scopeWords(assembly).replace('本小区', '')}：` },
      paragraph(`${assembly.title}的表决已于${closed}截止，现将表决结果公告如下：`),
    ],
    sections: [
      overview(facts),
      // Whoever witnesses a lot is named in the minutes; on the notice board a family name is enough.
      results(facts, (name) => maskedName(name)),
      ...(deemed.length > 0 ? [{ title: '推定表决', content: [numbered(deemed)] }] : []),
      objecting(facts),
      checking(facts),
    ],
    signed: [
      { text: assembly.organiserName },
      { text: date },
      { text: `签字：${certified.signers.join('、')}`, fontSize: 11 },
      { text: '（盖章）', color: '#6b7280', fontSize: 10 },
    ],
    ...{ url, hint: '扫码复核本次表决' },
    foot: `${compound} · ${assembly.title}表决结果公告`,
    watermark: watermarkOf(file, publication !== undefined || assembly.isRehearsal),
  });
}
