import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Database, errorDefinition, type Language } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { yuanText } from '../../domain/fen.js';
import { SOURCES, USES, type Source } from '../../domain/uses.js';
import { approvalFaultOf, type PaymentFile } from './payment-file.js';
import type { WaitingPaymentResponse } from './payments.dto.js';
import { ProjectQueries } from '../projects.queries.js';
import { tiesOf } from './ties.queries.js';

const MOST = 200;

/** 待复核: what waits for an approver, with the reason where it is not for them. */
@Injectable()
export class PaymentQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly scopes: CompoundScopes,
  ) {}

  /** First what the caller may approve; of both the oldest first. */
  async list(principal: Principal, language: Language): Promise<readonly WaitingPaymentResponse[]> {
    const asked = { compound: null, isWaiting: true, after: null, limit: MOST };
    const { items } = await this.projects.list(principal, asked);
    const compoundIds = items.map(({ compound }) => compound.id);
    const [ties, writable] = await this.database.transaction(principal, async (manager) => {
      const own = await this.scopes.inside(manager, principal, { permission: 'fund.write', compoundIds });
      return [await tiesOf(manager, principal, this.clock.today()), own] as const;
    });
    const asDeclared = { ties, hasNoInterest: true };
    const shown = items.toReversed().flatMap((project) =>
      project.payments
        .filter(({ rejected, entry }) => !rejected && !entry)
        .map((payment) => {
          const file = { project, payment };
          const mayWrite = writable.has(project.compound.id);
          const code = mayWrite ? approvalFaultOf(principal, file, asDeclared) : 'request.forbidden';
          return waiting(file, code === null ? null : (errorDefinition(code)?.[language] ?? code));
        }),
    );
    return [...shown.filter(({ hindrance }) => !hindrance), ...shown.filter(({ hindrance }) => hindrance)];
  }
}

function waiting({ project, payment }: PaymentFile, hindrance: string | null): WaitingPaymentResponse {
  const { id: projectId, title, compound, use, source, decision, steps, paid } = project;
  const contract = steps.find(({ step }) => step === 'contract');
  const { id, amount, payee, memo, askedBy, askedAt, approvals } = payment;
  return {
    ...{ id, projectId, project: title, compound, useName: USES[use], source: source && SOURCES[source as Source] },
    ...{ amount: yuanText(amount), payee, memo, paid: yuanText(paid) },
    ...{ decision: decision?.document ?? null, contract: contract?.number ?? null },
    ...{ askedBy, askedAt: new Date(askedAt).toISOString(), hindrance },
    approvals: approvals.map(({ name, at }) => ({ name, at: new Date(at).toISOString() })),
  };
}
