import { Injectable } from '@nestjs/common';
import { dayInShanghai, DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Bodies, requireSeen, requireStaffOf, sees, worksFor } from '../bodies/bodies.js';
import { powerOn } from '../catalogue/powers.queries.js';
import type { Body } from '../domain/body.js';
import { planDelegation, type Instrument } from '../domain/delegation/delegation-plan.js';
import type { Readiness } from '../domain/delegation/readiness.js';
import { DelegationRegister } from './delegation-register.js';
import { DelegationStep } from './delegation-step.entity.js';
import { DelegationRow } from './delegation.entity.js';

/** What is handed down, by area codes as people know them. */
export interface NewDelegation {
  readonly power: string;
  readonly from: string;
  readonly to: string;
  /** The subtree in which it holds; left out, the receiver's whole area. */
  readonly area: string | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly amountLimitFen: string | null;
  readonly instrument: Instrument;
  readonly fileId: string | null;
}

/** Why and by what paper a delegation ends. */
export interface Ending {
  readonly kind: 'revocation' | 'return';
  readonly reason: string;
  readonly documentNumber: string | null;
}

/** Handing powers down, signing for them, taking them back and giving them back. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly bodies: Bodies,
    private readonly register: DelegationRegister,
    private readonly access: FileAccess,
  ) {}

  /**
   * Hands a power down; it is in force once the receiver has accepted it and its days have begun.
   * @returns the id of the delegation
   * @throws DomainError `power.not-listed`, `area.not-found`, `file.not-found`, and every refusal of the plan
   */
  async grant(principal: Principal, request: NewDelegation): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const [from, to, area] = await this.bodiesOf(manager, principal, request);
      requireSeen(principal, from);
      requireStaffOf(principal, 'delegation.write', from);
      if (request.fileId !== null) await this.access.requireAttach(manager, principal, request.fileId);
      await this.register.takeTurns(manager, cityId, to);
      const { power } = await powerOn(manager, cityId, request.power, request.effectiveFrom);
      const register = await this.register.of(manager, cityId);
      const plan = planDelegation(
        power,
        {
          ...request,
          ...{ from, to, area },
          amountLimitFen: request.amountLimitFen === null ? null : BigInt(request.amountLimitFen),
        },
        { ofGiver: register.index.chainsOf(power.code, from), ofReceiver: register.index.heldBy(power.code, to) },
      );
      if (plan.refusal !== null) {
        const { name, code, legalBasis } = power;
        throw new DomainError(plan.refusal, { power: name.zh, code, legalBasis });
      }
      const id = this.ids.next();
      await this.insert(manager, principal, request, {
        id,
        fromAreaId: from.areaId,
        toAreaId: to.areaId,
        areaId: area.areaId,
        legalMode: plan.legalMode,
        chain: [...(plan.parent?.chain ?? []), id],
      });
      return id;
    });
  }

  /**
   * The receiver signs for it, with what is ready and what is not.
   * @throws DomainError `delegation.not-found`, `delegation.not-yours`, `delegation.accepted-already`, `…ended-already`
   */
  async accept(principal: Principal, id: string, readiness: Readiness): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { row, to } = await this.locked(manager, principal, id);
      requireStaffOf(principal, 'delegation.write', to);
      if (row.acceptedAt !== null) throw new DomainError('delegation.accepted-already');
      const at = this.clock.now();
      await manager.update(DelegationRow, { cityId: principal.cityId, id }, { acceptedAt: at });
      await this.step(manager, principal, row, {
        kind: 'acceptance',
        at,
        readiness,
        reason: null,
        documentNumber: null,
      });
    });
  }

  /**
   * Takes a power back (the giver, or whoever stands above in its chain) or gives it back (the receiver). What rests on
   * it is without force from the same instant. A revocation that commits first wins over every act: it waits for acts
   * that hold the row, and its instant is taken after they are through.
   * @throws DomainError `delegation.not-found`, `delegation.not-yours`, `delegation.ended-already`
   */
  async end(principal: Principal, id: string, ending: Ending): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { row, from, to } = await this.locked(manager, principal, id);
      if (ending.kind === 'return') requireStaffOf(principal, 'delegation.write', to);
      else await this.requireGiver(manager, principal, row, from);
      const at = this.clock.now();
      const end = { endedAt: at, endedOn: dayInShanghai(at) };
      await manager.update(DelegationRow, { cityId: principal.cityId, id }, end);
      await this.step(manager, principal, row, { ...ending, at, readiness: null });
    });
  }

  private async bodiesOf(
    manager: EntityManager,
    { cityId }: Principal,
    { from, to, area, effectiveFrom }: NewDelegation,
  ): Promise<readonly [Body, Body, Body]> {
    const byCode = (code: string): Promise<Body> => this.bodies.byCode(manager, cityId, code, effectiveFrom);
    const receiver = await byCode(to);
    return [await byCode(from), receiver, area === null ? receiver : await byCode(area)];
  }

  private async insert(
    manager: EntityManager,
    principal: Principal,
    request: NewDelegation,
    placed: Pick<DelegationRow, 'id' | 'fromAreaId' | 'toAreaId' | 'areaId' | 'legalMode' | 'chain'>,
  ): Promise<void> {
    const { power, effectiveFrom, effectiveTo, amountLimitFen, instrument, fileId } = request;
    await manager.insert(DelegationRow, {
      ...placed,
      ...instrument,
      cityId: principal.cityId,
      powerCode: power,
      effectiveFrom,
      effectiveTo,
      amountLimitFen,
      fileId,
      grantedAt: this.clock.now(),
      grantedBy: principal.actor.name,
      acceptedAt: null,
      endedAt: null,
      endedOn: null,
    });
    await this.auditLog.record(manager, principal, {
      action: 'delegation.grant',
      subjectKind: 'delegation',
      subjectId: placed.id,
      after: request,
      legalBasis: instrument.documentNumber,
    });
    await this.register.touch(manager, principal.cityId);
  }

  /** The delegation under an exclusive lock, with its two bodies. */
  private async locked(
    manager: EntityManager,
    principal: Principal,
    id: string,
  ): Promise<{ row: DelegationRow; from: Body; to: Body }> {
    const { cityId } = principal;
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await manager.findOne(DelegationRow, { where: { cityId, id }, lock });
    const bodies = await this.bodies.all(manager, cityId);
    const [from, to] = [bodies.get(row?.fromAreaId ?? ''), bodies.get(row?.toAreaId ?? '')];
    if (!row || !from || !to || !sees(principal, to)) throw new DomainError('delegation.not-found', { id });
    if (row.endedAt !== null) throw new DomainError('delegation.ended-already');
    return { row, from, to };
  }

  private async requireGiver(
    manager: EntityManager,
    principal: Principal,
    row: DelegationRow,
    from: Body,
  ): Promise<void> {
    const { delegations } = await this.register.of(manager, principal.cityId);
    const above = delegations.filter(({ id }) => row.chain.includes(id)).map((link) => link.from);
    const giver =
      above.find((body) => body.areaId !== from.areaId && worksFor(principal, 'delegation.write', body)) ?? from;
    requireStaffOf(principal, 'delegation.write', giver);
  }

  private async step(
    manager: EntityManager,
    principal: Principal,
    row: DelegationRow,
    step: Pick<DelegationStep, 'kind' | 'at' | 'reason' | 'documentNumber' | 'readiness'>,
  ): Promise<void> {
    const { cityId, actor } = principal;
    const by = { byId: actor.id, byName: actor.name };
    await manager.insert(DelegationStep, { ...step, ...by, cityId, id: this.ids.next(), delegationId: row.id });
    await this.auditLog.record(manager, principal, {
      action: `delegation.${step.kind}`,
      subjectKind: 'delegation',
      subjectId: row.id,
      after: { reason: step.reason, documentNumber: step.documentNumber, readiness: step.readiness },
      legalBasis: step.documentNumber ?? row.documentNumber,
    });
    await this.register.touch(manager, cityId);
  }
}
