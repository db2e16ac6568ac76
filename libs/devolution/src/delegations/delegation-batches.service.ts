import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Bodies, requireSeen, requireStaffOf } from '../bodies/bodies.js';
import { editionOn } from '../catalogue/powers.queries.js';
import type { Body } from '../domain/body.js';
import type { Power } from '../domain/catalogue/power.js';
import { planDelegation, type Instrument, type PlanRefusal } from '../domain/delegation/delegation-plan.js';
import type { Readiness } from '../domain/delegation/readiness.js';
import { DelegationRegister, type Register } from './delegation-register.js';
import { DelegationStep } from './delegation-step.entity.js';
import { DelegationRow } from './delegation.entity.js';

/** Several powers handed to several offices by one paper, each over the whole area of its receiver. */
export interface NewBatch {
  readonly powers: readonly string[];
  readonly from: string;
  readonly to: readonly string[];
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly instrument: Instrument;
  readonly fileId: string | null;
}

/** What could not be handed down, and why; the rest was. */
export interface RefusedPair {
  readonly power: string;
  readonly to: string;
  readonly code: PlanRefusal;
}

/** Rows in one statement. */
const PART = 500;

/** One paper often hands down all 21 powers to all streets: both sides of that in one go. */
@Injectable()
export class DelegationBatches {
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
   * Hands down what may be handed down.
   * @throws DomainError `power.not-listed`, `area.not-found`, `file.not-found`, `delegation.not-yours`
   */
  async handDown(
    principal: Principal,
    batch: NewBatch,
  ): Promise<{ readonly ids: readonly string[]; readonly refused: readonly RefusedPair[] }> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const from = await this.bodies.byCode(manager, cityId, batch.from, batch.effectiveFrom);
      requireSeen(principal, from);
      requireStaffOf(principal, 'delegation.write', from);
      if (batch.fileId !== null) await this.access.requireAttach(manager, principal, batch.fileId);
      const receivers: Body[] = [];
      for (const code of [...new Set(batch.to)].sort()) {
        const body = await this.bodies.byCode(manager, cityId, code, batch.effectiveFrom);
        await this.register.takeTurns(manager, cityId, body);
        receivers.push(body);
      }
      const powers = await this.powersOf(manager, cityId, batch);
      const register = await this.register.of(manager, cityId);
      const { rows, refused } = this.plan(principal, batch, { from, receivers, powers, register });
      for (let at = 0; at < rows.length; at += PART) await manager.insert(DelegationRow, rows.slice(at, at + PART));
      await this.auditLog.record(manager, principal, {
        action: 'delegation.hand-down',
        subjectKind: 'delegation',
        subjectId: batch.instrument.documentNumber,
        after: { ...batch, granted: rows.length, refused: refused.length },
        legalBasis: batch.instrument.documentNumber,
      });
      await this.register.touch(manager, cityId);
      return { ids: rows.map(({ id }) => id), refused };
    });
  }

  /**
   * Signs for everything that waits for the caller's office, with one list of what is ready.
   * @returns how many were accepted @throws DomainError `area.not-found`, `delegation.not-yours`
   */
  async acceptAll(principal: Principal, office: string, readiness: Readiness): Promise<number> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const body = await this.bodies.byCode(manager, cityId, office, this.clock.today());
      requireSeen(principal, body);
      requireStaffOf(principal, 'delegation.write', body);
      const at = this.clock.now();
      const [rows] = await manager.query<[{ id: string }[], number]>(
        `UPDATE delegation SET accepted_at = $3
         WHERE city_id = $1 AND to_area_id = $2 AND accepted_at IS NULL AND ended_at IS NULL RETURNING id`,
        [cityId, body.areaId, at],
      );
      if (rows.length === 0) return 0;
      const by = { byId: actor.id, byName: actor.name, reason: null, documentNumber: null };
      const steps = rows.map(({ id }) => ({ ...by, cityId, id: this.ids.next(), delegationId: id, at, readiness }));
      await manager.insert(
        DelegationStep,
        steps.map((step) => ({ ...step, kind: 'acceptance' as const })),
      );
      await this.auditLog.record(manager, principal, {
        action: 'delegation.accept-all',
        subjectKind: 'delegation',
        subjectId: body.code,
        after: { readiness, accepted: rows.length },
      });
      await this.register.touch(manager, cityId);
      return rows.length;
    });
  }

  private async powersOf(manager: EntityManager, cityId: number, batch: NewBatch): Promise<readonly Power[]> {
    const edition = await editionOn(manager, cityId, batch.effectiveFrom);
    return [...new Set(batch.powers)].map((code) => {
      const listed = edition.find(({ power }) => power.code === code);
      if (!listed) throw new DomainError('power.not-listed', { code, on: batch.effectiveFrom });
      return listed.power;
    });
  }

  private plan(
    principal: Principal,
    batch: NewBatch,
    told: {
      readonly from: Body;
      readonly receivers: readonly Body[];
      readonly powers: readonly Power[];
      readonly register: Register;
    },
  ): { readonly rows: DelegationRow[]; readonly refused: RefusedPair[] } {
    const { from, receivers, powers, register } = told;
    const { effectiveFrom, effectiveTo, instrument, fileId } = batch;
    const rows: DelegationRow[] = [];
    const refused: RefusedPair[] = [];
    const granted = { grantedAt: this.clock.now(), grantedBy: principal.actor.name };
    const open = { amountLimitFen: null, acceptedAt: null, endedAt: null, endedOn: null };
    for (const power of powers) {
      for (const to of receivers) {
        const request = { from, to, area: to, effectiveFrom, effectiveTo, amountLimitFen: null, instrument };
        const known = {
          ofGiver: register.index.chainsOf(power.code, from),
          ofReceiver: register.index.heldBy(power.code, to),
        };
        const plan = planDelegation(power, request, known);
        if (plan.refusal !== null) {
          refused.push({ power: power.code, to: to.code, code: plan.refusal });
          continue;
        }
        const id = this.ids.next();
        rows.push({
          ...granted,
          ...open,
          ...instrument,
          ...{ cityId: principal.cityId, id, powerCode: power.code, effectiveFrom, effectiveTo, fileId },
          ...{ fromAreaId: from.areaId, toAreaId: to.areaId, areaId: to.areaId },
          legalMode: plan.legalMode,
          chain: [...(plan.parent?.chain ?? []), id],
        });
      }
    }
    return { rows, refused };
  }
}
