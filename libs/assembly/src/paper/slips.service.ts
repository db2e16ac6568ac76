import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { requireParties } from '../roll/parties.js';
import { PaperSlipStep } from './paper-slip-step.entity.js';
import { PaperSlip } from './paper-slip.entity.js';

/** A slip with what became of it. */
export interface ShownSlip {
  readonly id: string;
  readonly number: string;
  readonly party: string;
  readonly label: string;
  readonly issuedAt: Date;
  readonly state: 'out' | 'returned' | 'keyed' | 'voided';
  /** One of the two who void it has said so. */
  readonly isVoidAsked: boolean;
}

const SLIPS = `
  SELECT s.id, s.number, s.party_id AS party, e.label, s.issued_at AS "issuedAt",
    CASE WHEN b.id IS NOT NULL THEN 'keyed' WHEN t.returned THEN 'returned' WHEN t.voids >= 2 THEN 'voided'
      ELSE 'out' END AS state, t.voids = 1 AS "isVoidAsked"
  FROM paper_slip s
  JOIN roll_entry e ON e.city_id = s.city_id AND e.assembly_id = s.assembly_id AND e.party_id = s.party_id
    AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = s.city_id
      AND v.assembly_id = s.assembly_id)
  LEFT JOIN ballot b ON b.city_id = s.city_id AND b.slip_id = s.id
  CROSS JOIN LATERAL (SELECT coalesce(bool_or(p.step = 'return'), false) AS returned,
      count(*) FILTER (WHERE p.step = 'void') AS voids
    FROM paper_slip_step p WHERE p.city_id = s.city_id AND p.slip_id = s.id) t
  WHERE s.city_id = $1 AND s.assembly_id = $2`;

/** 纸票的发放、回收与作废. While a slip is out, its party votes by no other channel. */
@Injectable()
export class SlipsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Hands out one slip to each party.
   * @returns the slips, in the order of the parties
   * @throws DomainError `paper.not-now`, `roll.party-unknown`, `paper.slip-out`, `paper.already-cast`
   */
  async issue(principal: Principal, assemblyId: string, partyIds: readonly string[]): Promise<readonly ShownSlip[]> {
    return this.change(principal, assemblyId, async (manager, file) => {
      this.requireVote(file);
      const { cityId, actor } = principal;
      const of = { cityId, assemblyId };
      await requireParties(manager, of, partyIds);
      const slips = await this.all(manager, of);
      const cast = await this.partiesWithBallot(manager, of, partyIds);
      const rows = partyIds.map((partyId, at) => {
        const own = slips.filter((slip) => slip.party === partyId);
        const out = own.find(({ state }) => state === 'out');
        if (out) throw new DomainError('paper.slip-out', { slip: out.number });
        if (cast.has(partyId) || own.some(({ state }) => state !== 'voided')) {
          throw new DomainError('paper.already-cast', { party: partyId });
        }
        const number = String(slips.length + at + 1).padStart(5, '0');
        return { ...of, id: this.ids.next(), partyId, number, sequence: own.length + 1 };
      });
      const common = { issuedAt: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(
        PaperSlip,
        rows.map((row) => ({ ...row, ...common })),
      );
      await this.record(manager, principal, assemblyId, { action: 'paper.issue', after: { slips: rows.length } });
      const issued = await this.all(manager, of);
      return rows.map(({ id }) => issued.find((slip) => slip.id === id) as ShownSlip);
    });
  }

  /**
   * Takes slips back before the vote closes; they may be keyed afterwards.
   * @throws DomainError `paper.slip-unknown`, `paper.slip-not-out`, `paper.too-late`
   */
  async takeBack(principal: Principal, assemblyId: string, numbers: readonly string[]): Promise<void> {
    await this.change(principal, assemblyId, async (manager, file) => {
      const { cityId, actor } = principal;
      const [clock] = await manager.query<{ late: boolean }[]>('SELECT clock_timestamp() >= $1::timestamptz AS late', [
        file.window?.closesAt ?? null,
      ]);
      if (file.state !== 'open' || clock?.late) throw new DomainError('paper.too-late');
      const slips = await this.all(manager, { cityId, assemblyId });
      const rows = numbers.map((number) => {
        const slip = slips.find((each) => each.number === number);
        if (!slip) throw new DomainError('paper.slip-unknown', { slip: number });
        if (slip.state !== 'out') throw new DomainError('paper.slip-not-out', { slip: number });
        return { cityId, slipId: slip.id, step: 'return' as const, reason: null };
      });
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(
        PaperSlipStep,
        rows.map((row) => ({ ...row, ...common })),
      );
      await this.record(manager, principal, assemblyId, { action: 'paper.return', after: { slips: numbers } });
    });
  }

  /**
   * One of two says that a slip is void; when a second one says so too, it is.
   * @throws DomainError `paper.slip-unknown`, `paper.slip-not-out`, `paper.void-twice`
   */
  async void(
    principal: Principal,
    assemblyId: string,
    { slip: number, reason }: { readonly slip: string; readonly reason: string },
  ): Promise<ShownSlip> {
    return this.change(principal, assemblyId, async (manager) => {
      const { cityId, actor } = principal;
      const of = { cityId, assemblyId };
      const slip = (await this.all(manager, of)).find((each) => each.number === number);
      if (!slip) throw new DomainError('paper.slip-unknown', { slip: number });
      if (slip.state !== 'out') throw new DomainError('paper.slip-not-out', { slip: number });
      const row = { cityId, slipId: slip.id, step: 'void' as const, byId: actor.id };
      if (await manager.existsBy(PaperSlipStep, row)) throw new DomainError('paper.void-twice', { slip: number });
      await manager.insert(PaperSlipStep, { ...row, reason, at: this.clock.now(), byName: actor.name });
      await this.record(manager, principal, assemblyId, { action: 'paper.void', after: { slip: number, reason } });
      return (await this.all(manager, of)).find(({ id }) => id === slip.id) as ShownSlip;
    });
  }

  /** @throws DomainError `assembly.not-found` */
  async list(principal: Principal, assemblyId: string): Promise<readonly ShownSlip[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId);
      return this.all(manager, { cityId: principal.cityId, assemblyId });
    });
  }

  async all(
    manager: EntityManager,
    of: { readonly cityId: number; readonly assemblyId: string },
  ): Promise<readonly ShownSlip[]> {
    return manager.query<ShownSlip[]>(`${SLIPS} ORDER BY s.number`, [of.cityId, of.assemblyId]);
  }

  private requireVote({ state }: AssemblyFile): void {
    if (state !== 'noticed' && state !== 'open') throw new DomainError('paper.not-now');
  }

  private async partiesWithBallot(
    manager: EntityManager,
    { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
    partyIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT party_id AS id FROM ballot
       WHERE city_id = $1 AND assembly_id = $2 AND party_id = ANY($3::uuid[])`,
      [cityId, assemblyId, partyIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'assembly', subjectId });
  }

  private async change<T>(
    principal: Principal,
    id: string,
    work: (manager: EntityManager, file: AssemblyFile) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(principal, async (manager) =>
      work(manager, await this.files.lock(manager, principal, id)),
    );
  }
}
