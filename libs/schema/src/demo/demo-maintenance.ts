import { Injectable } from '@nestjs/common';
import {
  DepositListsService,
  InstalmentPayments,
  InterestService,
  MaintenanceBooks,
  MaintenanceHomes,
  RepairPapers,
  SpendingsService,
  type InstalmentPath,
} from '#libs/fund';
import { PostingService } from '#libs/ledger';
import type { DemoSpendingPlace } from './demo-spending-desk.js';
import {
  DEMO_INTEREST,
  DEMO_REPAIR,
  DEMO_REPAIR_ACCEPTANCE,
  DEMO_REPAIR_CONTRACT,
  depositList,
  interestPeriod,
  repairInstalments,
} from './plan/money/maintenance.js';

const DECLARED = { hasNoInterest: true, day: null } as const;

/** Asked for by one and contracted; paid in advance and, once accepted, settled; something is retained. */
@Injectable()
export class DemoRepairs {
  constructor(
    private readonly spendings: SpendingsService,
    private readonly papers: RepairPapers,
    private readonly payments: InstalmentPayments,
  ) {}

  async repair({ compoundId, people, fileId, today: onDay }: DemoSpendingPlace, act: string): Promise<void> {
    const { amount: cost, ...told } = DEMO_REPAIR;
    const decision = { kind: 'act', id: act, amount: cost } as const;
    const id = await this.spendings.ask(people.jiedao, compoundId, {
      ...told,
      cost,
      decision,
      key: 'demo-maintenance-repair',
    });
    const signed = { ...DEMO_REPAIR_CONTRACT, counterparty: told.payee, amount: cost, signedOn: onDay };
    const paying = { instalments: repairInstalments(onDay), creditCode: null, reason: null, fileId };
    await this.papers.contract(people.jiedao, id, { ...signed, ...paying });
    const scan = { fileId, isPublic: true } as const;
    await this.pay(people, { id, position: 1 });
    const slip = { kind: 'transfer', title: '预付款付款回单（演示）', instalment: 1, ...scan } as const;
    await this.papers.attach(people.jiedao, id, slip);
    await this.papers.accept(people.jiedao, id, { ...DEMO_REPAIR_ACCEPTANCE, onDay, ...scan });
    const invoice = { kind: 'invoice', title: '增值税发票（演示）', instalment: 2, ...scan } as const;
    await this.papers.attach(people.jiedao, id, invoice);
    await this.pay(people, { id, position: 2 });
  }

  private async pay({ jiedao, jiedao2, shi }: DemoSpendingPlace['people'], path: InstalmentPath): Promise<void> {
    await this.payments.ask(jiedao, path);
    await this.payments.approve(jiedao2, path, DECLARED);
    await this.payments.approve(shi, path, DECLARED);
  }
}

/** The maintenance fund of one compound of the demo city: what homes paid in, what it earned, what a repair took. */
@Injectable()
export class DemoMaintenance {
  constructor(
    private readonly books: MaintenanceBooks,
    private readonly homes: MaintenanceHomes,
    private readonly lists: DepositListsService,
    private readonly posting: PostingService,
    private readonly interest: InterestService,
    private readonly repairs: DemoRepairs,
  ) {}

  /** @param act confirms that the repair could not wait */
  async fill(place: DemoSpendingPlace, act: string): Promise<void> {
    const { compoundId, people, today } = place;
    const book = await this.books.toKeep(people.shi, compoundId);
    const homes = await this.homes.list(people.shi, compoundId, null);
    const list = depositList(
      homes.map(({ home }) => home),
      today,
    );
    await this.lists.record(people.shi, book, list);
    const { to, from } = interestPeriod(today);
    const lines = [
      { account: '1002', amount: DEMO_INTEREST, memo: null },
      { account: '4201', amount: -DEMO_INTEREST, memo: null },
    ];
    const credited = { day: to, memo: '银行结息（演示）', basisKind: 'other', lines, key: 'demo-maintenance-credited' };
    await this.posting.post(people.shi, book, credited);
    await this.interest.allot(people.shi, book, { from, to, amount: DEMO_INTEREST, key: 'demo-maintenance-interest' });
    await this.repairs.repair(place, act);
  }
}
