import { Injectable } from '@nestjs/common';
import { normalizeCreditCode } from '#libs/companies';
import type { Day, Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { ProjectDesk } from '../project-desk.js';
import { requireDeed } from '../project-file.js';
import type { ProjectRow } from '../projects.queries.js';
import { requireContractFit, type ToldContract } from './contract-rules.js';

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
      const { number, counterparty, reason: note, amount } = told;
      await requireContractFit(manager, principal.cityId, {
        ...{ ...asked(project), signedOn, counterparty, amount, reason: note },
      });
      const step = { step: 'contract', number, counterparty, creditCode, note, onDay: signedOn } as const;
      await this.desk.steps.add(manager, principal, projectId, { ...step, amount: String(amount) });
      if (fileId === null) return;
      const scan = { kind: 'contract', title: `合同 ${number}`, fileId, isPublic: false } as const;
      await this.desk.vouchers.attach(manager, principal, { ...scan, of: { projectId } });
    });
  }
}

function asked(project: ProjectRow): Pick<ToldContract, 'quotes' | 'isEmergency' | 'decided' | 'setAside'> {
  return {
    quotes: project.quotes.map(({ firm, amount }) => ({ firm, amount: BigInt(amount) })),
    isEmergency: project.emergency !== null,
    ...{ decided: BigInt(project.decision?.amount ?? 0), setAside: BigInt(project.aside) + BigInt(project.paid) },
  };
}
