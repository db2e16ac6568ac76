import { aScan } from '../../support/files.js';
import type { TestApp } from '../../support/app.js';
import { aBallot, cast, certified, done, opened, partiesOf, type Owners, type Party, type Prepared } from './votes.js';

/** A unit as its register tells it. */
export interface Unit {
  readonly area?: number | string;
  readonly owner?: string;
  readonly phone?: string;
  readonly standing?: string;
  readonly use?: string;
}

/** The lines of a register, room by room; 100 m² of somebody of their own unless told otherwise. */
export function register(code: string, units: readonly Unit[]): string[] {
  return units.map(({ area = 100, owner, phone = '', standing = '', use = '' }, n) => {
    const name = owner ?? `${code}业主${n}`;
    return [code, 1, 1, n + 101, area, name, '', phone, '', standing, use].join(',');
  });
}

export const units = (count: number, made: (at: number) => Unit = () => ({})): Unit[] =>
  Array.from({ length: count }, (_, at) => made(at));

export const ORDINARY = { title: '使用维修资金', body: '', kind: 'plain', matters: ['M5'] };
export const SPECIAL = { title: '筹集维修资金', body: '', kind: 'plain', matters: ['M6'] };

interface Test {
  readonly heads: { readonly have: number };
  readonly weight: { readonly have: string };
}

/** What a motion came to, as the certified record tells it. */
export interface Told {
  readonly outcome: string;
  readonly quorum: Test;
  readonly approval: Test;
  readonly sensitive: readonly { readonly invalid: string; readonly outcome: string }[];
}

/** Heads and square metres, as the worked examples write them. */
export const figures = ({ heads, weight }: Test): string => `${heads.have} / ${Number(weight.have) / 100}`;

/** An open vote of a worked example, with its parties in the order of their rooms. */
export class WorkedVote {
  private constructor(
    private readonly test: TestApp,
    private readonly owners: Owners,
    readonly assembly: Prepared,
    readonly parties: readonly Party[],
  ) {}

  static async open(test: TestApp, owners: Owners, more: Parameters<typeof opened>[2] = {}): Promise<WorkedVote> {
    const assembly = await opened(test, owners, more);
    return new WorkedVote(test, owners, assembly, await partiesOf(owners, assembly.id));
  }

  at(path: string): string {
    return `/assemblies/${this.assembly.id}${path}`;
  }

  /** One choice for each motion, from so many parties as there are rows; null stays silent. */
  async say(rows: readonly (readonly string[] | string | null)[], more: object = {}): Promise<void> {
    const answers = rows.map(async (row, at) => {
      if (row === null) return;
      const said = this.assembly.motions.map((_, motion) => [typeof row === 'string' ? row : (row[motion] ?? '')]);
      const ballot = aBallot(this.assembly, this.parties[at]?.party ?? '', said, more);
      done(await cast(this.test, this.owners.desk, { id: this.assembly.id, ballot }));
    });
    await Promise.all(answers);
  }

  /** Slips that came back, read alike by two people; `ticked` for each party from the given one on. */
  async onPaper(from: number, ticked: readonly string[]): Promise<void> {
    const { desk, colleague } = this.owners;
    const partyIds = this.parties.slice(from, from + ticked.length).map(({ party }) => party);
    const { items } = done<{ items: { number: string }[] }>(await desk.post(this.at('/paper-slips'), { partyIds }));
    const slips = items.map(({ number }) => number);
    done(await desk.post(this.at('/paper-slips/returns'), { slips }));
    const entries = slips.map((slip, n) => ({
      slip,
      answers: this.assembly.motions.map((motion) => ({ motion, ticked: [ticked[n]] })),
    }));
    const fileId = await aScan(this.test, desk, `纸票${this.assembly.id}`);
    const { id } = done<{ id: string }>(await desk.post(this.at('/paper-batches'), { fileId, entries }));
    expectCast(done(await colleague.post(this.at(`/paper-batches/${id}/keyings`), { entries })));
  }

  /** Closes, counts and certifies; what each motion came to. */
  async result(): Promise<readonly Told[]> {
    const { record } = await certified(this.test, this.owners, this.assembly.id);
    return record.motions.map(({ results }) => results[0] as unknown as Told);
  }
}

function expectCast({ state, refused }: { state?: unknown; refused?: unknown }): void {
  if (state !== 'cast' || JSON.stringify(refused) !== '[]') throw new Error(JSON.stringify({ state, refused }));
}

/** The same word from so many. */
export const times = (count: number, said: string): string[] => Array.from({ length: count }, () => said);
