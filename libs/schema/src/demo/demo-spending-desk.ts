import { Injectable } from '@nestjs/common';
import { CasesService, IssuingService } from '#libs/devolution';
import { ProjectsService, VouchersService, type NewProject } from '#libs/fund';
import type { Day, Principal } from '#libs/kernel';
import { DemoMaintenance } from './demo-maintenance.js';
import { DemoMoney } from './demo-money.js';
import { DEMO_REPAIR } from './plan/money/maintenance.js';
import type { DemoProject } from './plan/money/spending.js';

/** Those who take part, by their sign-ins. */
export type DemoPeople = Readonly<Record<'shi' | 'qu' | 'jiedao' | 'jiedao2' | 'shequ', Principal>>;

export interface DemoSpendingPlace {
  readonly compoundId: string;
  readonly people: DemoPeople;
  readonly fileId: string;
  readonly today: Day;
}

const PAPERS = ['application', 'resolution', 'budget'].map((paper) => ({ paper, fileId: null }));

/** Takes one project of the demo city through its steps, each by whoever takes it in a real one. */
@Injectable()
export class DemoSpendingDesk {
  constructor(
    private readonly cases: CasesService,
    private readonly issuing: IssuingService,
    private readonly projects: ProjectsService,
    private readonly money: DemoMoney,
    private readonly vouchers: VouchersService,
    private readonly maintenance: DemoMaintenance,
  ) {}

  /** The maintenance fund of the compound, with a repair that its office confirms. */
  async maintain(place: DemoSpendingPlace): Promise<void> {
    await this.maintenance.fill(place, await this.confirmed(DEMO_REPAIR, { place, what: '维修资金' }));
  }

  async take(told: DemoProject, place: DemoSpendingPlace): Promise<void> {
    const { compoundId, people, fileId, today } = place;
    const { project, stage } = told;
    const id = await this.projects.apply(people.shequ, { ...project, compoundId });
    if (stage === 'applied') return;
    if (project.emergency === null) await this.projects.review(people.jiedao, id, { agrees: true, note: '情况属实' });
    const act = await this.confirmed(project, { place, what: '美好家园基金' });
    const entry = await this.money.move(told, { ...place, id, act });
    if (entry === null) return;
    const slip = { kind: 'transfer', title: '付款回单（演示）', fileId, isPublic: true } as const;
    await this.vouchers.ofEntry(people.shi, entry, slip);
    const accepted = { onDay: today, note: '现场验收合格（演示）', fileId, isPublic: true };
    await this.projects.accept(people.jiedao, id, accepted);
  }

  /** The city's own office confirms it, whose power it is before it is handed down. @returns the id of the act */
  private async confirmed(
    { title, amount }: Pick<NewProject, 'title' | 'amount'>,
    { place, what }: { readonly place: DemoSpendingPlace; readonly what: string },
  ): Promise<string> {
    const { shi, qu, jiedao2 } = place.people;
    const { compoundId } = place;
    const form = { matter: `${title}（演示）`, conclusion: '同意使用' };
    const asked = { power: 'WY-19', body: shi.cityCode, compoundId, applicant: '小区业主委员会（演示）', form };
    const id = await this.cases.open(qu, { ...asked, amountFen: String(amount), papers: PAPERS }, null);
    await this.cases.review(jiedao2, id, { agrees: true, note: null });
    await this.issuing.issue(shi, id, `同意使用${what}（演示）。`);
    return id;
  }
}
