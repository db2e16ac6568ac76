import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../bodies/bodies.js';
import type { Body } from '../domain/body.js';
import { DelegationIndex } from '../domain/delegation/delegation-index.js';
import type { Delegation } from '../domain/delegation/delegation.js';
import { DelegationRow } from './delegation.entity.js';
import { DelegationStamp } from './delegation-stamp.entity.js';

/** All delegations of a city at one version of the counter. */
export interface Register {
  readonly version: string;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly delegations: readonly Delegation[];
  readonly index: DelegationIndex;
}

function bodyIn(bodies: ReadonlyMap<string, Body>, id: string): Body {
  const body = bodies.get(id);
  if (!body) throw new Error(`a delegation names the area ${id}, which has no body`);
  return body;
}

function delegationOf(row: DelegationRow, bodies: ReadonlyMap<string, Body>): Delegation {
  return {
    id: row.id,
    powerCode: row.powerCode,
    from: bodyIn(bodies, row.fromAreaId),
    to: bodyIn(bodies, row.toAreaId),
    areaPath: bodyIn(bodies, row.areaId).path,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null,
    legalMode: row.legalMode,
    amountLimitFen: row.amountLimitFen === null ? null : BigInt(row.amountLimitFen),
    chain: row.chain,
    documentNumber: row.documentNumber,
  };
}

/** Keeps the delegations of each city in memory, and trusts them only while the city's counter stands. */
@Injectable()
export class DelegationRegister {
  private readonly kept = new Map<number, Register>();

  constructor(private readonly bodies: Bodies) {}

  /** The register as this transaction sees it. */
  async of(manager: EntityManager, cityId: number): Promise<Register> {
    const version = (await manager.findOneBy(DelegationStamp, { cityId }))?.version ?? '0';
    const kept = this.kept.get(cityId);
    if (kept?.version === version) return kept;
    const bodies = await this.bodies.all(manager, cityId);
    const rows = await manager.find(DelegationRow, { where: { cityId }, order: { id: 'ASC' } });
    const delegations = rows.map((row) => delegationOf(row, bodies));
    const register = { version, bodies, delegations, index: new DelegationIndex(delegations) };
    this.kept.set(cityId, register);
    return register;
  }

  /** Grants to one body take turns: nested areas are not seen by the exclusion constraint. */
  async takeTurns(manager: EntityManager, cityId: number, { areaId }: Body): Promise<void> {
    const text = `SELECT pg_advisory_xact_lock(hashtextextended('delegation:' || $1 || ':' || $2, 0))`;
    await manager.query(text, [cityId, areaId]);
  }

  /** Tells that delegations changed, last in the transaction that changed them: it locks the counter to the commit. */
  async touch(manager: EntityManager, cityId: number): Promise<void> {
    await manager.query(
      `INSERT INTO delegation_stamp AS s (city_id, version) VALUES ($1, 1)
       ON CONFLICT (city_id) DO UPDATE SET version = s.version + 1`,
      [cityId],
    );
  }
}
