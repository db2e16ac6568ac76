import type { Bilingual, Language } from '#libs/kernel';
import type { Bound, InvalidTreatment } from '#libs/law';
import {
  percentOf,
  sumOf,
  type Amount,
  type DrawnLot,
  type Motion,
  type MotionResult,
  type OptionResult,
  type Outcome,
  type Poll,
  type Recount,
  type Sensitivity,
  type Sum,
  type Test,
  type Verdict,
} from '#libs/tally';

const OUTCOME: Readonly<Record<Outcome, Bilingual>> = {
  ADOPTED: { zh: '通过', en: 'adopted' },
  NOT_ADOPTED: { zh: '未通过', en: 'not adopted' },
  NO_QUORUM: { zh: '未达到法定参与比例，表决不成立', en: 'no quorum' },
};
const CHOICE: Readonly<Record<string, Bilingual>> = {
  for: { zh: '同意', en: 'for' },
  against: { zh: '反对', en: 'against' },
  abstain: { zh: '弃权', en: 'abstain' },
  invalid: { zh: '无效', en: 'invalid' },
};
const INVALID: Readonly<Record<InvalidTreatment, Bilingual>> = {
  exclude: { zh: '若无效票不计入参与', en: 'if the invalid ballots are left out' },
  as_abstain: { zh: '若无效票按弃权计', en: 'if the invalid ballots count as abstentions' },
};
const WORDS = {
  quorum: { zh: '参与', en: 'took part' },
  approval: { zh: '同意', en: 'approve' },
  absent: { zh: '未投', en: 'absent' },
  heads: { zh: '人', en: ' heads' },
  need: { zh: '须', en: 'needed' },
  spare: { zh: '余量', en: 'to spare' },
  short: { zh: '（负数为缺额）', en: ' (short where negative)' },
  sensitive: { zh: '敏感', en: 'sensitive' },
  lot: {
    zh: '公开抽签（复核包所载，无法从选票复核）',
    en: 'public lot, as the bundle tells it; no ballots can show it',
  },
  nobody: { zh: '没有人参与，或计算基数为 0', en: 'nobody took part, or a base is 0' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** An area of 0.01 m², with its decimals and in groups of three digits. */
function area(weight: string): string {
  const [sign, digits] = weight.startsWith('-') ? ['-', weight.slice(1)] : ['', weight];
  const padded = digits.padStart(3, '0');
  return `${sign}${padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${padded.slice(-2)}㎡`;
}

function percent(have: bigint, base: bigint): string {
  const share = percentOf(have, base);
  return share === null ? '—' : `${share}%`;
}

/** One bound for people: what there is, its share of what it is measured against, and what it takes. */
function told(
  test: Test<number | string>,
  bound: Bound | null,
  base: bigint,
  unit: (amount: string) => string,
): string {
  const have = unit(String(test.have));
  if (bound === null) return have;
  const share = percent(BigInt(test.have), base);
  return `${have} (${share}) ${test.met ? '≥' : '<'} ${unit(String(test.need))} ${test.met ? '✓' : '✗'}`;
}

/** What a bundle calls things may hold line ends or worse, with which it could write lines of its own here. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}

class Teller {
  constructor(
    private readonly electorate: Sum,
    private readonly language: Language,
  ) {}

  linesOf(motion: Motion, result: MotionResult): string[] {
    const counts = Object.entries(result.counts).map(([choice, amount]) => this.amount(this.choice(choice), amount));
    const nothing =
      result.outcome === 'NO_QUORUM' && [result.quorum.heads, result.quorum.weight].every(({ met }) => met);
    return [
      `${plain([motion.id, motion.title].filter(Boolean).join(' '))} — ${OUTCOME[result.outcome][this.language]}`,
      `  ${plain(motion.rule.name)}`,
      ...(nothing ? [`  ${WORDS.nobody[this.language]}`] : []),
      this.tests(motion, 'quorum', result),
      ...(result.options ?? [{ ...result, choice: 'for' }]).map((option) => this.option(motion, result, option)),
      `  ${[...counts, this.amount(WORDS.absent[this.language], result.absent)].join(' · ')}`,
      ...this.margin(result),
      ...result.sensitive.map((each) => this.sensitivity(each)),
    ].filter((line) => line.trim() !== '');
  }

  private option(motion: Motion, result: MotionResult, { choice, outcome, approval }: OptionResult): string {
    const line = this.tests(motion, 'approval', { ...result, approval });
    return result.options ? `${line} — ${plain(choice)}：${OUTCOME[outcome][this.language]}` : line;
  }

  private tests(motion: Motion, which: 'quorum' | 'approval', { quorum, approval }: Verdict): string {
    const { heads, weight } = { quorum, approval }[which];
    const bounds = motion.rule[which];
    // Those who took part are what the quorum has.
    const base = (bound: Bound | null, scale: 'heads' | 'weight'): bigint =>
      BigInt(bound?.base === 'participants' ? quorum[scale].have : this.electorate[scale]);
    const inHeads = (amount: string): string => this.heads(amount);
    return [
      `  ${WORDS[which][this.language]}`,
      told(heads, bounds.heads, base(bounds.heads, 'heads'), inHeads),
      told(weight, bounds.weight, base(bounds.weight, 'weight'), area),
    ].join('  ');
  }

  private margin({ margin: { heads, weight } }: MotionResult): string[] {
    const parts = [heads === null ? [] : [this.heads(String(heads))], weight === null ? [] : [area(weight)]].flat();
    const isShort = (heads ?? 0) < 0 || (weight ?? '').startsWith('-');
    const spare = `  ${WORDS.spare[this.language]}${isShort ? WORDS.short[this.language] : ''} ${parts.join('  ')}`;
    return parts.length > 0 ? [spare] : [];
  }

  private sensitivity({ invalid, outcome, options }: Sensitivity): string {
    const said =
      options?.map((each) => ` ${plain(each.choice)}：${OUTCOME[each.outcome][this.language]}`).join('') ?? '';
    const instead = `${INVALID[invalid][this.language]} → ${OUTCOME[outcome][this.language]}${said}`;
    return `  ⚠ ${WORDS.sensitive[this.language]}: ${instead}`;
  }

  private choice(choice: string): string {
    return CHOICE[choice]?.[this.language] ?? plain(choice);
  }

  private heads(amount: string): string {
    return `${amount}${WORDS.heads[this.language]}`;
  }

  private amount(name: string, { heads, weight }: Amount): string {
    return `${name} ${this.heads(String(heads))} ${area(weight)}`;
  }
}

/** A recount as people read it; percentages are cut off at two decimals, and nothing was decided on them. */
export function recountLines(poll: Poll, { motions, lots = [] }: Recount, language: Language): readonly string[] {
  const teller = new Teller(sumOf(poll.roll), language);
  const told = motions.flatMap((result, at) => teller.linesOf(poll.motions[at] as Motion, result));
  return [...told, ...lots.map((lot) => lotLine(poll, lot, language))];
}

/** A lot is told as the bundle tells it: nothing that is counted shows what was drawn. */
function lotLine(poll: Poll, { order, drawnAt, place, method }: DrawnLot, language: Language): string {
  const names = order.map((id) => poll.motions.find((motion) => motion.id === id)?.title || id);
  const how = [drawnAt, place, method].filter(Boolean).join(' · ');
  return `${WORDS.lot[language]}：${names.map(plain).join(' > ')}（${plain(how)}）`;
}
