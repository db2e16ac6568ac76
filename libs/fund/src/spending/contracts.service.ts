import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { normalizeCreditCode } from '#libs/companies';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../domain/fen.js';
import { contractFault, type ContractFacts } from '../domain/quotes.js';
import { ProjectDesk } from './project-desk.js';
import { requireDeed } from './project-file.js';
import type { ProjectRow } from './projects.queries.js';

export interface NewContract {
  readonly number: string;
  readonly counterparty: string;
  readonly creditCode: string | null;
  readonly amount: bigint;
  readonly signedOn: Day;
  /** Why not the lowest quote, where it is not. */
  readonly reason: string | null;
  readonly fileId: string | null;
}

/** 合同: with whom, for how much, within what was decided and set aside. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly database: Database,
    private readonly desk: ProjectDesk,
  ) {}

  /** @throws DomainError `project.contract-…`, `project.quote…`, `project.step-refused` */
  async record(principal: Principal, projectId: string, { signedOn, fileId, ...told }: NewContract): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, projectId);
      requireDeed(project, 'contract');
      const creditCode = told.creditCode === null ? null : normalizeCreditCode(told.creditCode);
      await this.requireFit(manager, principal, { project, told: { ...told, signedOn } });
      const { number, counterparty, reason: note, amount } = told;
      const step = { step: 'contract', number, counterparty, creditCode, note, onDay: signedOn } as const;
      await this.desk.steps.add(manager, principal, projectId, { ...step, amount: String(amount) });
      if (fileId === null) return;
      const scan = { kind: 'contract', title: `合同 ${number}`, fileId, isPublic: false } as const;
      await this.desk.vouchers.attach(manager, principal, { ...scan, of: { projectId } });
    });
  }

  private async requireFit(
    manager: EntityManager,
    { cityId }: Principal,
    { project, told }: { readonly project: ProjectRow; readonly told: Omit<NewContract, 'fileId'> },
  ): Promise<void> {
    const rules = await rulesOfCity(manager, cityId);
    const from = ruleValueOn(rules, 'fund.quotes.from', told.signedOn).value;
    const facts: ContractFacts = {
      ...{ counterparty: told.counterparty, amount: told.amount, reason: told.reason },
      quotes: project.quotes.map(({ firm, amount }) => ({ firm, amount: BigInt(amount) })),
      isEmergency: project.emergency !== null,
      ...{ askedFrom: BigInt(from) * 100n, asked: ruleValueOn(rules, 'fund.quotes.least', told.signedOn).value },
      ...{ decided: BigInt(project.decision?.amount ?? 0), setAside: BigInt(project.aside) + BigInt(project.paid) },
    };
    const fault = contractFault(facts);
    if (fault === null) return;
    const said = { from: yuanText(facts.askedFrom), least: facts.asked, count: facts.quotes.length };
    throw new DomainError(fault, said);
  }
}
