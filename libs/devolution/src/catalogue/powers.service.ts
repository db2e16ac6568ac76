import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { scopeOf } from '#libs/registry';
import { Bodies, requireSeen } from '../bodies/bodies.js';
import { DelegationRegister } from '../delegations/delegation-register.js';
import { editionFault } from '../domain/catalogue/edition-rules.js';
import { STANDARD_EDITION } from '../domain/catalogue/standard-edition.js';
import { PowerVersion } from './power-version.entity.js';
import { editionOn, type ListedPower } from './powers.queries.js';

/** What a city says of one power from a day on. */
export type NewPowerVersion = Omit<PowerVersion, 'cityId' | 'id' | 'powerCode' | 'recordedAt' | 'recordedBy'>;

/** The catalogue of devolved powers, and the city's own edition of it. */
@Injectable()
export class PowersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly bodies: Bodies,
    private readonly register: DelegationRegister,
  ) {}

  /**
   * The edition of a day, or of it what one office may use on that day, as far as is known now.
   * @throws DomainError `area.not-found`
   */
  async list(
    principal: Principal,
    { on, heldBy }: { readonly on: Day | null; readonly heldBy: string | null },
  ): Promise<{ on: Day; powers: readonly ListedPower[] }> {
    const day = on ?? this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const powers = await editionOn(manager, cityId, day);
      if (heldBy === null) return { on: day, powers };
      const body = await this.bodies.byCode(manager, cityId, heldBy, day);
      requireSeen(principal, body);
      const { index } = await this.register.of(manager, cityId);
      const moment = { on: day, at: this.clock.now().getTime() };
      return { on: day, powers: powers.filter(({ power }) => index.isHeld(power, body, moment)) };
    });
  }

  /**
   * Lays a power down anew from today or a later day on; what was done before is read under the edition of its day.
   * @throws DomainError `power.not-listed`, `power.version-backdated`, `power.version-exists`, `request.forbidden`, and
   * every fault of an edition
   */
  async layDown(principal: Principal, code: string, version: NewPowerVersion): Promise<string> {
    const standard = STANDARD_EDITION.find((power) => power.code === code);
    if (!standard) throw new DomainError('power.not-listed', { code, on: version.effectiveFrom });
    if (!scopeOf(principal, 'power.write').paths.includes(`${principal.cityCode}/`)) {
      throw new DomainError('request.forbidden', { permission: 'power.write' });
    }
    const fault = editionFault({ ...standard, ...version });
    if (fault) throw new DomainError(fault, { code });
    if (version.effectiveFrom < this.clock.today()) throw new DomainError('power.version-backdated', { code });
    return this.database.transaction(principal, async (manager) => {
      const id = this.ids.next();
      const { cityId, actor } = principal;
      const recorded = { recordedAt: this.clock.now(), recordedBy: actor.name };
      await manager.insert(PowerVersion, { ...version, ...recorded, cityId, id, powerCode: code });
      await this.auditLog.record(manager, principal, {
        action: 'power.lay-down',
        subjectKind: 'power',
        subjectId: code,
        after: version,
        legalBasis: version.source,
      });
      return id;
    });
  }
}
