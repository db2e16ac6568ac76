import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import type { Person } from '../support/people.js';
import { handedDown, READY, someOffices, type Offices } from './offices.js';

/** Random sequences in an ordinary run; more by hand. */
const RUNS = Number(process.env.MODEL_RUNS ?? 5);
const DAYS = ['2026-01-01', '2026-06-01', '2026-12-31'] as const;

const TODAY = DAYS[1];
const EVE = '2026-05-31';

type Office = 'county' | 'east' | 'community';

const SUFFIX: Readonly<Record<Office | 'city', string>> = {
  city: '',
  county: '02',
  east: '02001',
  community: '02001001',
};
/** Whoever stands above whom: a community is inside 东街, which is inside the county. */
const ABOVE: Readonly<Record<Office, readonly (Office | 'city')[]>> = {
  county: ['city'],
  east: ['city', 'county'],
  community: ['city', 'county', 'east'],
};

/** A delegation as the plainest telling of the rule has it. */
interface Told {
  readonly id: string;
  readonly from: Office | 'city';
  readonly to: Office;
  readonly first: string;
  readonly last: string | null;
  readonly rests: Told | null;
  isAccepted: boolean;
  isEnded: boolean;
}

type Command =
  | {
      readonly do: 'grant';
      readonly from: Office | 'city';
      readonly to: Office;
      readonly first: string;
      readonly last: string | null;
    }
  | { readonly do: 'accept' | 'revoke' | 'return'; readonly which: number };

const aCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Office>('county', 'east', 'community').chain((to) =>
      fc.record({
        do: fc.constant('grant' as const),
        to: fc.constant(to),
        from: fc.constantFrom(...ABOVE[to]),
        first: fc.constantFrom(DAYS[0], DAYS[1]),
        last: fc.constantFrom(null, DAYS[1], DAYS[2]),
      }),
    ),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept' as const), which: fc.nat({ max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('revoke' as const, 'return' as const), which: fc.nat({ max: 9 }) }),
  },
);

/** What is taken back is given again for the same days: after it was in force, and before anybody signed for it. */
const GIVEN_AGAIN: [Command[]][] = [[{ do: 'accept' as const, which: 0 }], []].map((between) => {
  const give = { do: 'grant' as const, from: 'city' as const, to: 'community' as const, first: DAYS[0], last: null };
  return [[give, ...between, { do: 'revoke', which: 0 }, give, { ...give, first: DAYS[1] }]];
});

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

/** WY-02 belongs to city and county by themselves; others hold it by a chain that is accepted, alive and in its days. */
function holds(told: readonly Told[], office: Office, on: string): boolean {
  if (office === 'county') return true;
  const isGood = (each: Told | null): boolean =>
    each === null ||
    (each.isAccepted &&
      !each.isEnded &&
      each.first <= on &&
      (each.last === null || each.last >= on) &&
      isGood(each.rests));
  return told.some((each) => each.to === office && isGood(each));
}

/** Every end is on TODAY: what was in force took the days before it, what was never accepted took none. */
function lastDayTaken(each: Told): string {
  const last = each.last ?? '9999';
  if (!each.isEnded) return last;
  if (!each.isAccepted) return '0000';
  return last < TODAY ? last : EVE;
}

class Run {
  readonly told: Told[] = [];

  constructor(
    private readonly city: TestCity,
    private readonly offices: Offices,
  ) {}

  private person(office: Office | 'city'): Person {
    return office === 'city' ? this.offices.admin : this.offices[office];
  }

  async do(command: Command): Promise<void> {
    if (command.do === 'grant') return this.grant(command);
    const target = this.told[command.which];
    if (!target) return;
    const path = { accept: 'acceptance', revoke: 'revocation', return: 'return' }[command.do];
    const by = this.person(command.do === 'revoke' ? target.from : target.to);
    const body = command.do === 'accept' ? READY : { reason: '调整' };
    const { status } = await by.post(`/delegations/${target.id}/${path}`, body);
    const isRefused = target.isEnded || (command.do === 'accept' && target.isAccepted);
    expect([command, status]).toEqual([command, isRefused ? 409 : 204]);
    if (isRefused) return;
    if (command.do === 'accept') target.isAccepted = true;
    else target.isEnded = true;
  }

  private async grant({ from, to, first, last }: Extract<Command, { do: 'grant' }>): Promise<void> {
    const request = handedDown(this.city, {
      power: 'WY-02',
      from: `${this.city.code}${SUFFIX[from]}`,
      to: `${this.city.code}${SUFFIX[to]}`,
      effectiveFrom: first,
      ...(last === null ? {} : { effectiveTo: last }),
    });
    const answer = await this.person(from).post('/delegations', request);
    const rests = this.parentOf(from, first, last);
    const meets = this.told.some(
      (each) => each.to === to && each.first <= (last ?? '9999') && first <= lastDayTaken(each),
    );
    const isGiven = (last === null || first <= last) && rests !== undefined && !meets;
    expect([request, answer.status === 201]).toEqual([request, isGiven]);
    if (!isGiven) return;
    const { id } = answer.body as { id: string };
    this.told.push({ id, from, to, first, last, rests, isAccepted: false, isEnded: false });
  }

  /** What the giver holds and the new one fits into; null for the origin, undefined when there is nothing. */
  private parentOf(from: Office | 'city', first: string, last: string | null): Told | null | undefined {
    if (from === 'city' || from === 'county') return null;
    const isAlive = (each: Told | null): boolean =>
      each === null || (each.isAccepted && !each.isEnded && isAlive(each.rests));
    return this.told.find(
      (each) => each.to === from && isAlive(each) && each.first <= first && (each.last ?? '9999') >= (last ?? '9999'),
    );
  }

  async compare(): Promise<void> {
    for (const office of ['county', 'east', 'community'] as const) {
      for (const on of DAYS.slice(1)) {
        const body = `${this.city.code}${SUFFIX[office]}`;
        const query = new URLSearchParams({ power: 'WY-02', body, compound: this.offices.inEast, on });
        const answer = await this.offices.admin.get(`/authority?${query.toString()}`);
        const { allowed } = answer.body as { allowed: boolean };
        expect({ office, on, allowed, told: this.told }).toEqual({
          office,
          on,
          allowed: holds(this.told, office, on),
          told: this.told,
        });
      }
    }
  }
}

describe('grants, acceptances, revocations and returns in any order', () => {
  it('end where the plainest telling of the rule ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCommand, { minLength: 4, maxLength: 14 }), async (commands) => {
        test.at(`${TODAY}T10:00:00+08:00`);
        const city = await aCity(test);
        const run = new Run(city, await someOffices(test, city));
        for (const command of commands) await run.do(command);
        await run.compare();
      }),
      { numRuns: RUNS, examples: GIVEN_AGAIN },
    );
  });
});
