import { Injectable } from '@nestjs/common';
import { ContractsService, DecisionsService, PaymentsService, ProjectsService } from '#libs/fund';
import type { DemoSpendingPlace } from './demo-spending-desk.js';
import type { DemoProject } from './plan/money/spending.js';

/** Decision, money set aside, contract and payment. */
@Injectable()
export class DemoMoney {
  constructor(
    private readonly projects: ProjectsService,
    private readonly decisions: DecisionsService,
    private readonly contracts: ContractsService,
    private readonly payments: PaymentsService,
  ) {}

  /** @returns the entry by which it was paid; null while the second approver is awaited */
  async move(
    { project, source, payee, stage }: DemoProject,
    { id, act, people, today }: DemoSpendingPlace & { readonly id: string; readonly act: string },
  ): Promise<string | null> {
    const { amount, title } = project;
    const { jiedao, qu, shi } = people;
    await this.decisions.name(jiedao, id, { kind: 'act', id: act, amount });
    await this.payments.appropriate(shi, id, { source, amount });
    if (project.use !== '5004') {
      for (const [firm, more] of [
        [payee, 0n],
        ['示例甲公司（演示）', 90_000n],
        ['示例乙公司（演示）', 150_000n],
      ] as const)
        await this.projects.quote(jiedao, id, { firm, amount: amount + more, fileId: null });
      const contract = { number: `HT-${title}`, counterparty: payee, creditCode: null, amount, signedOn: today };
      await this.contracts.record(jiedao, id, { ...contract, reason: null, fileId: null });
    }
    const payment = await this.payments.ask(jiedao, id, { amount, payee, memo: `${title}（演示）` });
    const declared = { hasNoInterest: true, day: null };
    await this.payments.approve(qu, payment, declared);
    return stage === 'half-approved' ? null : this.payments.approve(shi, payment, declared);
  }
}
