import { BUNDLE_FORMAT, readBundle, recount, type Bundle, type MotionResult, type WrittenRule } from '#libs/tally';

/** So many owners, who own so much together; areas in 0.01 m². */
export type Owners = readonly [heads: number, weight: number | bigint];

/** Who said what: the choices of a motion, and `absent` for those who returned nothing. */
export type Said = Readonly<Record<string, Owners | readonly Owners[]>>;

/** Square metres as the roll holds them. */
export const m2 = (metres: number): number => Math.round(metres * 100);

function isOne(owners: Owners | readonly Owners[]): owners is Owners {
  return typeof owners[0] === 'number';
}

/** One roll entry per owner; the last one takes what does not divide. */
function parties(name: string, [heads, weight]: Owners): { party: string; heads: number; weight: string }[] {
  const total = BigInt(weight);
  const each = total / BigInt(heads || 1);
  return Array.from({ length: heads }, (_, at) => ({
    party: `${name}-${at + 1}`,
    heads: 1,
    weight: String(at === heads - 1 ? total - each * BigInt(heads - 1) : each),
  }));
}

/** A bundle of one motion. */
export function aBundle(rule: WrittenRule | string, said: Said, choices?: readonly string[]): Bundle {
  const groups = Object.entries(said).flatMap(([choice, owners]) =>
    (isOne(owners) ? [owners] : owners).map((some, at) => ({ choice, roll: parties(`${choice}-${at}`, some) })),
  );
  return {
    format: BUNDLE_FORMAT,
    rule,
    roll: groups.flatMap(({ roll }) => roll),
    motions: [{ id: 'm1', title: '议题', ...(choices ? { choices } : {}) }],
    ballots: groups
      .filter(({ choice }) => choice !== 'absent')
      .flatMap(({ choice, roll }) => roll.map(({ party }) => ({ party, motion: 'm1', choice }))),
  };
}

/** A question as a test puts it, with what the owner of each place on the roll said (null: nothing). */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly rule?: WrittenRule | string;
  readonly choices?: readonly string[];
  readonly said: (owner: number) => string | null;
}

/** A bundle of several motions on one roll, of owners with areas of their own. */
export function aVote(rule: WrittenRule | string, owners: number, questions: readonly Question[]): Bundle {
  const parties = Array.from({ length: owners }, (_, at) => `p${at + 1}`);
  return {
    format: BUNDLE_FORMAT,
    rule,
    roll: parties.map((party, at) => ({ party, heads: 1, weight: String(5000 + ((at * 3739) % 9000)) })),
    motions: questions.map(({ id, title, rule: own, choices }) => ({
      ...{ id, title },
      ...(own === undefined ? {} : { rule: own }),
      ...(choices ? { choices } : {}),
    })),
    ballots: questions.flatMap(({ id, said }) =>
      parties.flatMap((party, at) => {
        const choice = said(at);
        return choice === null ? [] : [{ party, motion: id, choice }];
      }),
    ),
  };
}

/** What the one motion of a bundle comes to, through the JSON that is published. */
export function resultOf(bundle: Bundle): MotionResult {
  const [result] = recount(readBundle(JSON.parse(JSON.stringify(bundle)))).motions;
  return result as MotionResult;
}

export const ORDINARY = 'cn-civil-code-278-ordinary';
export const SPECIAL = 'cn-civil-code-278-special';
