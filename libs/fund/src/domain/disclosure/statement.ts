import { SOURCES, USES } from '../uses.js';

/** What an account held before a period, and what the period moved; positive is debit. */
export interface AccountSum {
  readonly code: string;
  readonly kind: string;
  /** Of the account at its top. */
  readonly name: string;
  readonly opening: bigint;
  readonly moved: bigint;
}

export interface SourceLine {
  readonly code: string;
  readonly name: string;
  readonly opening: bigint;
  readonly received: bigint;
  readonly used: bigint;
  readonly closing: bigint;
}

export interface UseLine {
  readonly code: string;
  readonly name: string;
  readonly used: bigint;
  /** The same by source, in the order of the sources. */
  readonly bySource: readonly bigint[];
}

/** What the fund has and owes: 银行存款、应收、应付. */
export interface PositionLine {
  readonly code: string;
  readonly name: string;
  readonly opening: bigint;
  readonly closing: bigint;
}

/** 收支情况: what there was, what came in, what was used and what is left; and in what it lies. */
export interface PeriodStatement {
  readonly opening: bigint;
  readonly received: bigint;
  readonly used: bigint;
  readonly closing: bigint;
  readonly sources: readonly SourceLine[];
  readonly uses: readonly UseLine[];
  readonly positions: readonly PositionLine[];
}

/** What stands in no source or use of the fund's own chart; shown where there is any, so that every sum is whole. */
const OTHER = { code: '', name: '其他' } as const;

const isResult = ({ kind }: AccountSum): boolean => kind === 'income' || kind === 'expense';
const sourceOf = ({ code }: AccountSum): string => Object.keys(SOURCES).find((key) => code.endsWith(`:${key}`)) ?? '';
const useOf = ({ code }: AccountSum): string => Object.keys(USES).find((key) => code.split(':')[0] === key) ?? '';

function total(sums: readonly AccountSum[], of: 'opening' | 'moved'): bigint {
  return sums.reduce((all, each) => all + each[of], 0n);
}

/** With the remainder at the end, where something stands in it. */
function named<T extends string>(
  names: Readonly<Record<T, string>>,
  hasOther: boolean,
): readonly { readonly code: string; readonly name: string }[] {
  const known = Object.entries<string>(names).map(([code, name]) => ({ code, name }));
  return hasOther ? [...known, OTHER] : known;
}

/** Income stands on the credit side, so its sign is turned for people. */
function lineOf(result: readonly AccountSum[]): Omit<SourceLine, 'code' | 'name'> {
  const opening = -total(result, 'opening');
  const ofKind = (kind: string): AccountSum[] => result.filter((each) => each.kind === kind);
  const [received, used] = [-total(ofKind('income'), 'moved'), total(ofKind('expense'), 'moved')];
  return { opening, received, used, closing: opening + received - used };
}

/** The statement of a period, from what its accounts held and moved. */
export function statementOf(sums: readonly AccountSum[]): PeriodStatement {
  const result = sums.filter(isResult);
  const expenses = result.filter(({ kind }) => kind === 'expense');
  const stands = ({ opening, moved }: AccountSum): boolean => opening !== 0n || moved !== 0n;
  const sources = named(
    SOURCES,
    result.some((each) => sourceOf(each) === '' && stands(each)),
  );
  const uses = named(
    USES,
    expenses.some((each) => useOf(each) === '' && each.moved !== 0n),
  );
  const tops = [...new Set(sums.filter((each) => !isResult(each)).map(({ code }) => code.split(':')[0] as string))];
  return {
    ...lineOf(result),
    sources: sources.map((source) => ({
      ...source,
      ...lineOf(result.filter((each) => sourceOf(each) === source.code)),
    })),
    uses: uses.map((use) => {
      const own = expenses.filter((each) => useOf(each) === use.code);
      const from = ({ code }: { readonly code: string }): AccountSum[] => own.filter((each) => sourceOf(each) === code);
      return { ...use, used: total(own, 'moved'), bySource: sources.map((each) => total(from(each), 'moved')) };
    }),
    positions: tops.sort().map((code) => {
      const own = sums.filter((each) => !isResult(each) && each.code.split(':')[0] === code);
      const opening = total(own, 'opening');
      return { code, name: own[0]?.name ?? code, opening, closing: opening + total(own, 'moved') };
    }),
  };
}
