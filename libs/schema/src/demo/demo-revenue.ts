import { Injectable } from '@nestjs/common';
import {
  AccountsService,
  FundBooks,
  RevenueContracts,
  RevenueObjections,
  RevenueStatements,
  WithdrawalsService,
  type NewIncome,
  type NewWithdrawal,
} from '#libs/fund';
import { addDays, type Day, type Grant, type Principal } from '#libs/kernel';
import { MatchesQueries, RowEntriesService, StatementImportService } from '#libs/ledger';
import { Database } from '#libs/platform';
import {
  DEMO_ACCOUNT,
  DEMO_ANSWER,
  DEMO_COST,
  DEMO_OBJECTIONS,
  DEMO_PLANTING,
  DEMO_RULE,
  DEMO_SHARE,
  DEMO_SHARE_RULE,
  DEMO_WAITING,
  demoQuarters,
  planContracts,
  planOtherContracts,
  planRevenueStatement,
  quarterKey,
  type DemoContract,
} from './plan/money/revenue.js';

/** Two compounds of one street that one firm serves: the first has a committee whose members sign in. */
const COMPOUNDS = ['DEMO-0001', 'DEMO-0005'] as const;
const BANK = '1002';
const PUBLISHER = '示例物业服务有限公司（演示）';
/** A statement hung that many days after its quarter, as somebody noted who took a photo. */
const HUNG_AFTER = 20;

interface Place {
  readonly compoundId: string;
  readonly company: string;
  readonly fileId: string;
  readonly today: Day;
  readonly firm: Principal;
  readonly street: Principal;
  readonly owners: Principal;
}

const PLACES = `
  SELECT c.own_code AS code, c.id, f.id AS company FROM compound c JOIN company f ON f.city_id = c.city_id
  WHERE c.city_id = $1 AND c.own_code = ANY ($2::text[]) AND f.name = $3`;

/** What common parts of a demo compound earn: under contracts, and once without one named. */
@Injectable()
export class DemoIncome {
  constructor(
    private readonly contracts: RevenueContracts,
    private readonly books: FundBooks,
    private readonly statements: StatementImportService,
    private readonly queue: MatchesQueries,
    private readonly lines: RowEntriesService,
  ) {}

  /** The firm has the contracts recorded; what they brought is entered by the street, in the order of its days. */
  async earn({ firm, street, compoundId, fileId }: Place, plan: readonly DemoContract[]): Promise<void> {
    const came: NewIncome[] = [];
    for (const { contract, paid } of plan) {
      const contractId = await this.contracts.record(firm, { ...contract, compoundId, fileId, resolutionId: null });
      for (const told of paid) {
        came.push({ ...told, contractId, memo: null, key: `demo-revenue-${contract.number}-${told.day}` });
      }
    }
    for (const income of came.toSorted((one, other) => one.day.localeCompare(other.day)))
      await this.contracts.receive(street, income);
  }

  /** A line of the bank was entered by one click, and nobody named the contract that it pays. */
  async unlinked({ street, compoundId, today }: Place): Promise<void> {
    const book = await this.books.toKeep(street, `common-revenue:${compoundId}`);
    await this.statements.run(street, book, { ...planRevenueStatement(today), account: BANK });
    const { rows } = await this.queue.queue(book, { account: BANK, within: 0 });
    const left = { day: null, memo: null, basisKind: null, basis: null, holdId: null };
    for (const { id: rowId } of rows.items)
      await this.lines.enter(street, book, { ...left, rowId, bank: null, counter: '4112' });
  }
}

/** Common revenue of two compounds of the demo city, each step by whoever takes it in a real one. */
@Injectable()
export class DemoRevenue {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly income: DemoIncome,
    private readonly withdrawals: WithdrawalsService,
    private readonly statements: RevenueStatements,
    private readonly objections: RevenueObjections,
  ) {}

  /**
   * @param firm the name of the firm of both
   * @param fileId a scan of every paper
   * @returns how many compounds have an account
   */
  async fill(
    principal: Principal,
    { firm, fileId, today }: Pick<Place, 'fileId' | 'today'> & { readonly firm: string },
  ): Promise<number> {
    const rows = await this.database.transaction(principal, (manager) =>
      manager.query<{ code: string; id: string; company: string }[]>(PLACES, [principal.cityId, COMPOUNDS, firm]),
    );
    const places = new Map(
      rows.map(({ code, id, company }) => {
        const place = { compoundId: id, company, fileId, today };
        const owner = code === COMPOUNDS[0] ? '业委会主任 陈静' : '业委会成员（演示）';
        return [code, { ...place, ...partiesAt(principal, place, owner) }];
      }),
    );
    const [first, other] = COMPOUNDS.map((code) => places.get(code));
    if (first) await this.whole(first);
    if (other) await this.late(other);
    return places.size;
  }

  /** Everything that there is: contracts of which one owes, costs, withdrawals, statements and objections. */
  private async whole(place: Place): Promise<void> {
    const { compoundId, fileId, firm, street } = place;
    await this.open(place);
    await this.income.earn(place, planContracts(place.today));
    await this.income.unlinked(place);
    await this.publish(place);
    const basisId = await this.rule(place, DEMO_RULE);
    await this.draw(place, { ...DEMO_COST, basisId: null });
    await this.draw(place, { ...DEMO_PLANTING, basisId });
    await this.withdrawals.ask(firm, { ...DEMO_WAITING, compoundId, basisId, fileId });
    const period = quarterKey(demoQuarters(place.today)[1]);
    const ids: string[] = [];
    for (const told of DEMO_OBJECTIONS)
      ids.push(await this.objections.raiseOnPaper(street, compoundId, { ...told, period, fileId }));
    await this.objections.answer(firm, ids[0] ?? '', { content: DEMO_ANSWER, fileId });
  }

  /** One contract, a share for the maintenance fund, and statements that hang nowhere. */
  private async late(place: Place): Promise<void> {
    await this.open(place);
    await this.income.earn(place, planOtherContracts(place.today));
    const basisId = await this.rule(place, DEMO_SHARE_RULE);
    await this.draw(place, { ...DEMO_SHARE, basisId });
  }

  private async open({ street, compoundId, company, fileId, today }: Place): Promise<void> {
    const since = demoQuarters(today)[0];
    await this.accounts.open(street, { ...DEMO_ACCOUNT, since, compoundId, companyId: company, fileId });
  }

  private async rule(
    { street, compoundId, fileId, today }: Place,
    told: typeof DEMO_RULE | typeof DEMO_SHARE_RULE,
  ): Promise<string> {
    const of = { kind: 'rule', resolutionId: null, from: demoQuarters(today)[0], until: null } as const;
    return this.accounts.lay(street, { ...told, ...of, compoundId, fileId });
  }

  /** Asked for by the firm; each party agrees by a person of its own. */
  private async draw(place: Place, told: Omit<NewWithdrawal, 'compoundId' | 'fileId'>): Promise<void> {
    const { compoundId, fileId, firm, street, owners } = place;
    const id = await this.withdrawals.ask(firm, { ...told, compoundId, fileId });
    for (const [party, acting] of [
      ['company', firm],
      ['sub-district', street],
      ['committee', owners],
    ] as const)
      await this.withdrawals.consent(acting, id, { party, paper: null });
  }

  /** Both quarters that are over, on paper as soon as that day has come. */
  private async publish({ firm, compoundId, fileId, today }: Place): Promise<void> {
    const [before, last, now] = demoQuarters(today);
    for (const [first, next] of [
      [before, last],
      [last, now],
    ] as const) {
      const of = { compoundId, key: quarterKey(first) };
      const id = await this.statements.publish(firm, of, { publisher: PUBLISHER });
      const onDay = addDays(next, HUNG_AFTER);
      if (onDay <= today) await this.statements.hang(firm, id, { place: '东门公示栏（演示）', onDay, fileId });
    }
  }
}

type Acting = Pick<Place, 'firm' | 'street' | 'owners'>;

/** One person of each party; the owners’ side is the committee, or the residents’ committee where there is none. */
function partiesAt(
  principal: Principal,
  { compoundId, company }: Pick<Place, 'compoundId' | 'company'>,
  owner: string,
): Acting {
  const street = { kind: 'area', areaId: '', path: `${principal.cityCode}/` } as const;
  const ofCommittee = { role: 'committee-member', scope: { kind: 'compound', compoundId } } as const;
  return {
    firm: as(principal, '物业企业 吴刚', {
      role: 'property-firm-staff',
      scope: { kind: 'company', companyId: company },
    }),
    street: as(principal, '东街街道 张丽', { role: 'sub-district-staff', scope: street }),
    owners: as(principal, owner, ofCommittee, { role: 'community-staff', scope: street }),
  };
}

/** The operator as one person of a party would act. */
function as(principal: Principal, name: string, ...held: readonly Pick<Grant, 'role' | 'scope'>[]): Principal {
  const grants = held.map((each) => ({ ...each, from: '1900-01-01', to: null }));
  return { ...principal, actor: { kind: 'user', id: `demo:${name}`, name }, grants: [...principal.grants, ...grants] };
}
