import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUNDLE_FORMAT, readBundle, recount, type Bundle } from '#libs/tally';
import { admit } from '../../libs/assembly/src/domain/assembly/casting.js';
import { testApp, type TestApp } from '../support/app.js';
import { runs } from '../support/runs.js';
import { brokenIn } from './support/invariants.js';
import { aBallot, cast, certified, done, flats, opened, partiesOf, someOwners, type Owners } from './support/votes.js';

const PARTIES = 6;

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
  owners = await someOwners(
    test,
    flats(PARTIES, (n) => 60 + n * 17.31),
  );
});
afterAll(() => test.close());

const party = fc.nat({ max: PARTIES - 1 });
const choice = fc.constantFrom('for', 'against', 'abstain');
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('cast' as const), party, choice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replay' as const), nth: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('issue' as const), party }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), party }) },
);

interface Cast {
  readonly party: number;
  readonly choice: string;
  readonly key: string;
}

/** What the vote should be after what was done, in a dozen lines. */
class Model {
  readonly standing = new Map<number, string>();
  readonly slips = new Set<number>();
  readonly sent: (Cast & { readonly status: number })[] = [];

  constructor(private readonly mayChange: boolean) {}

  cast({ party: of, choice: said }: Cast): number {
    if (this.slips.has(of)) return 409;
    const standing = this.standing.has(of) ? { id: 'b', channel: 'desk' as const } : null;
    const rules = { channelPolicy: 'ELECTRONIC_PREVAILS', mayChange: this.mayChange } as const;
    if (admit(standing, 'desk', rules).kind === 'refused') return 409;
    this.standing.set(of, said);
    return 201;
  }
}

describe('a vote under any sequence of commands', () => {
  it('ends where the model ends, ballots and verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, mayChange) => {
        const rules = mayChange ? { mayChange, rulesClause: '议事规则第九条' } : {};
        const assembly = await opened(test, owners, { rules });
        const parties = await partiesOf(owners, assembly.id);
        const model = new Model(mayChange);
        const numbers = new Map<number, string>();
        const at = `/assemblies/${assembly.id}`;
        const send = async (given: Cast): Promise<number> => {
          const ballot = aBallot(assembly, parties[given.party]?.party ?? '', given.choice);
          return (await cast(test, owners.desk, { id: assembly.id, ballot, key: given.key })).status;
        };
        for (const each of steps) {
          if (each.kind === 'cast') {
            const given = { ...each, key: randomUUID() };
            const status = model.cast(given);
            expect(await send(given)).toBe(status);
            model.sent.push({ ...given, status });
          }
          if (each.kind === 'replay') {
            const again = model.sent[each.nth];
            if (again?.status === 201) expect(await send(again)).toBe(201);
          }
          if (each.kind === 'issue') {
            const answer = await owners.desk.post(`${at}/paper-slips`, { partyIds: [parties[each.party]?.party] });
            const isFree = !model.slips.has(each.party) && !model.standing.has(each.party);
            expect(answer.status).toBe(isFree ? 201 : 409);
            if (!isFree) continue;
            model.slips.add(each.party);
            numbers.set(each.party, (answer.body as { items: { number: string }[] }).items[0]?.number ?? '');
          }
          if (each.kind === 'void' && model.slips.has(each.party)) {
            const voiding = `${at}/paper-slips/${numbers.get(each.party)}/voiding`;
            for (const by of [owners.desk, owners.colleague]) done(await by.post(voiding, { reason: '遗失' }));
            model.slips.delete(each.party);
          }
        }
        const { record } = await certified(test, owners, assembly.id);
        const bundle: Bundle = {
          ...{ format: BUNDLE_FORMAT, rule: 'cn-civil-code-278-ordinary', motions: [{ id: 'm' }] },
          roll: parties.map(({ weight }, n) => ({ party: String(n), heads: 1, weight })),
          ballots: [...model.standing].map(([of, said]) => ({ party: String(of), motion: 'm', choice: said })),
        };
        const [expected] = recount(readBundle(JSON.parse(JSON.stringify(bundle)))).motions;
        const [counted] = record.motions[0]?.results ?? [];
        expect({ ...counted, id: 'm' }).toEqual(JSON.parse(JSON.stringify(expected)));
        expect(await brokenIn(test, owners.city)).toEqual([]);
      }),
      runs(20),
    );
  });
});
