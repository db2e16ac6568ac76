import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { AuditLog, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { LOCK_ASSEMBLY, type AssemblyFile } from '../../assemblies/assembly-files.js';
import { rulesOfCity } from '../../assemblies/city-rules.js';
import { CountReader } from '../../counting/count-reader.js';
import { countOf } from '../../domain/counting/count.js';
import { EarlyLookKey } from './early-look-key.entity.js';
import { EarlyLook, type EarlyCount } from './early-look.entity.js';
import { OversightAccess } from '../oversight-access.js';

/** Alone nobody looks, whatever a city lays down. */
const LEAST_KEYS = 2;

/** Where an early look stands; the counts only for those who gave a key. */
export interface ShownEarlyLook {
  readonly isAllowed: boolean;
  readonly needed: number;
  readonly keys: readonly { readonly name: string; readonly at: Date; readonly reason: string }[];
  readonly lookedAt: Date | null;
  readonly ballots: number | null;
  readonly counts: readonly EarlyCount[] | null;
}

/** 提前查看: results stay hidden until the close, unless several people together say why they must be seen. */
@Injectable()
export class EarlyLooksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: OversightAccess,
    private readonly reader: CountReader,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async read(principal: Principal, id: string): Promise<ShownEarlyLook> {
    return this.database.transaction(principal, async (manager) => {
      const { file } = await this.access.read(manager, principal, id);
      return this.shown(manager, principal, file);
    });
  }

  /**
   * Gives one key. With the last one that is needed the box is counted, once, for those who gave theirs.
   * @throws DomainError `assembly.not-found`, `early-look.not-allowed`, `early-look.no-key`, `early-look.not-open`,
   *   `early-look.key-given`
   */
  async giveKey(principal: Principal, id: string, reason: string): Promise<ShownEarlyLook> {
    return this.database.transaction(principal, async (manager) => {
      await manager.query(LOCK_ASSEMBLY, [id]);
      const { file, appointment } = await this.access.read(manager, principal, id);
      if (file.assembly.rules.mayLookEarly !== true) throw new DomainError('early-look.not-allowed');
      if (!appointment?.holdsKey) throw new DomainError('early-look.no-key');
      if (file.state !== 'open') throw new DomainError('early-look.not-open');
      const { cityId, actor } = principal;
      const of = { cityId, assemblyId: id };
      if (await manager.existsBy(EarlyLookKey, { ...of, userId: actor.id })) {
        throw new DomainError('early-look.key-given');
      }
      await manager.insert(EarlyLookKey, {
        ...{ ...of, userId: actor.id, reason, at: this.clock.now(), byName: appointment.name },
      });
      await this.record(manager, principal, id, { action: 'early-look.key', after: { reason } });
      await this.lookIfComplete(manager, principal, file);
      return this.shown(manager, principal, file);
    });
  }

  private async lookIfComplete(manager: EntityManager, principal: Principal, file: AssemblyFile): Promise<void> {
    const of = { cityId: principal.cityId, assemblyId: file.assembly.id };
    const given = await manager.countBy(EarlyLookKey, of);
    if (given < (await this.needed(manager, file)) || (await manager.existsBy(EarlyLook, of))) return;
    const facts = await this.reader.read(manager, file);
    const counts: readonly EarlyCount[] = countOf(facts).flatMap(({ motion, results, election }) =>
      results.map((result) => ({
        id: result.id,
        title: election ? `${motion.title} · ${result.id.split('/').at(-1) ?? ''}` : motion.title,
        // Areas would name their owners: heads alone are told.
        counts: Object.fromEntries(Object.entries(result.counts).map(([choice, { heads }]) => [choice, heads])),
      })),
    );
    const look = { ...of, at: this.clock.now(), ballots: facts.standing.length, counts };
    await manager.insert(EarlyLook, look as never);
    await this.record(manager, principal, file.assembly.id, {
      ...{ action: 'early-look.look', after: { keys: given, ballots: look.ballots } },
    });
  }

  private async shown(manager: EntityManager, principal: Principal, file: AssemblyFile): Promise<ShownEarlyLook> {
    const of = { cityId: principal.cityId, assemblyId: file.assembly.id };
    const keys = await manager.find(EarlyLookKey, { where: of, order: { at: 'ASC' } });
    const look = await manager.findOneBy(EarlyLook, of);
    const gaveKey = keys.some(({ userId }) => userId === principal.actor.id);
    return {
      isAllowed: file.assembly.rules.mayLookEarly === true,
      needed: await this.needed(manager, file),
      keys: keys.map(({ byName, at, reason }) => ({ name: byName, at, reason })),
      lookedAt: look?.at ?? null,
      ballots: look?.ballots ?? null,
      counts: gaveKey ? (look?.counts ?? null) : null,
    };
  }

  private async needed(manager: EntityManager, { assembly, ruledOn }: AssemblyFile): Promise<number> {
    const pack = await rulesOfCity(manager, assembly.cityId);
    const { value } = ruleValueOn(pack, 'assembly.early-look.keys', ruledOn ?? this.clock.today());
    return Math.max(LEAST_KEYS, value);
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'assembly', subjectId });
  }
}

/** That somebody looked early, as everybody may read it: when, with how many keys, and why. */
export async function earlyLookOf(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
): Promise<{ at: Date; keys: number; reasons: string[] } | null> {
  const of = { cityId, assemblyId: id };
  const look = await manager.findOneBy(EarlyLook, of);
  if (!look) return null;
  const keys = await manager.find(EarlyLookKey, { where: of, order: { at: 'ASC' } });
  return { at: look.at, keys: keys.length, reasons: keys.map(({ reason }) => reason) };
}
