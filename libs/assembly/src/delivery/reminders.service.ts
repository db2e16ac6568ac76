import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { AuditLog, Clock, Database } from '#libs/platform';
import { OwnerPhones } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { ReminderMessages } from './reminder-messages.js';

export interface ReminderScope {
  readonly building: string | null;
  readonly stairway: string | null;
}

/** What came of it, in parties; those without a phone are for the door. */
export interface Reminded {
  readonly reminded: number;
  readonly messages: number;
  readonly tooSoon: number;
  readonly withoutPhone: readonly string[];
}

interface Missing {
  readonly party: string;
  readonly label: string;
  readonly units: readonly string[];
  readonly isTooSoon: boolean;
}

const MISSING = `
  SELECT e.party_id AS party, e.label, e.units,
    EXISTS (SELECT 1 FROM delivery d WHERE d.city_id = $1 AND d.assembly_id = $2 AND d.party_id = e.party_id
      AND d.outcome = 'sent' AND d.at > $5::timestamptz - make_interval(days => $6)) AS "isTooSoon"
  FROM roll_entry e
  WHERE e.city_id = $1 AND e.assembly_id = $2
    AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)
    AND ($3::text IS NULL OR e.building = $3) AND ($4::text IS NULL OR e.stairway = $4)
    AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id)
  ORDER BY e.label, e.party_id`;

/** 提醒: only to those who have not voted, and to none of them twice within the days that the city lays down. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly phones: OwnerPhones,
    private readonly messages: ReminderMessages,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `reminder.not-now`, `reminder.no-channel` */
  async remind(principal: Principal, assemblyId: string, scope: ReminderScope): Promise<Reminded> {
    return this.database.transaction(principal, async (manager) => {
      // Alone: a second clerk sees whom the first one reminded, and nobody casts in between.
      const file = await this.files.lock(manager, principal, assemblyId);
      if (file.state !== 'open' || !file.window) throw new DomainError('reminder.not-now');
      await this.messages.requireChannel(manager, principal.cityId);
      const missing = await this.missing(manager, file, scope);
      const due = missing.filter(({ isTooSoon }) => !isTooSoon);
      const phones = await this.phonesOf(manager, file, due);
      const reached = due.filter(({ party }) => phones.has(party));
      const distinct = [...new Set([...phones.values()].flat())];
      await this.messages.send(manager, principal, { file, parties: reached, phones: distinct });
      const told = {
        ...{ reminded: reached.length, messages: distinct.length, tooSoon: missing.length - due.length },
        withoutPhone: due.filter(({ party }) => !phones.has(party)).map(({ label }) => label),
      };
      await this.auditLog.record(manager, principal, {
        ...{ action: 'delivery.remind', subjectKind: 'assembly', subjectId: assemblyId },
        after: { ...scope, ...told, withoutPhone: told.withoutPhone.length },
      });
      return told;
    });
  }

  private async missing(
    manager: EntityManager,
    { assembly, ruledOn }: AssemblyFile,
    { building, stairway }: ReminderScope,
  ): Promise<readonly Missing[]> {
    const { cityId, id } = assembly;
    const pack = await rulesOfCity(manager, cityId);
    const { value: days } = ruleValueOn(pack, 'assembly.reminder.days', ruledOn ?? this.clock.today());
    return manager.query<Missing[]>(MISSING, [cityId, id, building, stairway, this.clock.now(), days]);
  }

  private async phonesOf(
    manager: EntityManager,
    { assembly }: AssemblyFile,
    parties: readonly Missing[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const byUnit = await this.phones.of(manager, assembly.cityId, {
      ...{ compoundId: assembly.compoundId, on: this.clock.today() },
      unitIds: parties.flatMap(({ units }) => units),
    });
    const byParty = parties.map(
      ({ party, units }) => [party, units.flatMap((unit) => byUnit.get(unit) ?? [])] as const,
    );
    return new Map(byParty.filter(([, phones]) => phones.length > 0));
  }
}
