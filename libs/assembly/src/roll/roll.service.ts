import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import { RosterService } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { PartySuccession } from './party-succession.entity.js';
import { hashOfRoll, rollLines, type RollLine, type UnitAddress } from './roll-rows.js';
import { RollVersion } from './roll-version.entity.js';

/** Of a unit that was sold while the vote was open. */
export interface NewSuccession {
  readonly partyId: string;
  readonly successor: string;
  readonly on: Day;
  readonly document: string;
}

/** 业主名册: frozen from the register, corrected as a new version while nobody votes yet. */
@Injectable()
export class RollService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly roster: RosterService,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Freezes the register of today as a version of the roll; one that is frozen is never changed.
   * @returns the version
   * @throws DomainError `roll.too-late`, `roll.nobody`
   */
  async freeze(principal: Principal, assemblyId: string, reason: string): Promise<number> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      if (file.state !== 'draft' && file.state !== 'noticed') throw new DomainError('roll.too-late');
      const lines = await this.linesOf(manager, principal, file);
      if (lines.length === 0) throw new DomainError('roll.nobody');
      const version = await this.nextVersion(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const row = {
        ...{ cityId, assemblyId, version, byId: actor.id, byName: actor.name, reason },
        ...{ frozenAt: this.clock.now(), frozenOn: this.clock.today(), parties: lines.length },
        heads: lines.reduce((sum, { heads }) => sum + heads, 0),
        weight: String(lines.reduce((sum, { weight }) => sum + BigInt(weight), 0n)),
        rollHash: hashOfRoll(lines),
      };
      await manager.insert(RollVersion, row);
      await this.writeLines(manager, { cityId, assemblyId, version }, lines);
      const { rollHash, parties, heads, weight } = row;
      await this.auditLog.record(manager, principal, {
        action: 'roll.freeze',
        subjectKind: 'assembly',
        subjectId: assemblyId,
        after: { version, reason, parties, heads, weight, rollHash },
        legalBasis: '建筑物区分所有权司法解释第八条、第九条',
      });
      return version;
    });
  }

  /**
   * Takes note that a party on the roll sold after it was frozen: whoever bought casts in its place, once.
   * @throws DomainError `roll.party-unknown`, `roll.not-open`, `ballot.already-cast`
   */
  async succeed(principal: Principal, assemblyId: string, request: NewSuccession): Promise<void> {
    const { partyId, successor, on, document } = request;
    await this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      if (file.state !== 'noticed' && file.state !== 'open') throw new DomainError('roll.not-open');
      const [party] = await manager.query<{ cast: boolean }[]>(
        `SELECT EXISTS (SELECT 1 FROM ballot b WHERE b.city_id = p.city_id AND b.assembly_id = p.assembly_id
           AND b.party_id = p.id) AS cast FROM roll_party p WHERE p.city_id = $1 AND p.assembly_id = $2 AND p.id = $3`,
        [principal.cityId, assemblyId, partyId],
      );
      if (!party) throw new DomainError('roll.party-unknown', { party: partyId });
      // 卖方已投的票有效，买方不再投票（示例二十四）.
      if (party.cast) throw new DomainError('ballot.already-cast');
      const { cityId, actor } = principal;
      const isNoted = await manager.existsBy(PartySuccession, { cityId, assemblyId, partyId });
      if (isNoted) throw new DomainError('roll.succeeded');
      await manager.insert(PartySuccession, {
        ...{ cityId, assemblyId, partyId, successor, onDay: on, document },
        ...{ at: this.clock.now(), byId: actor.id, byName: actor.name },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'roll.succeed', subjectKind: 'assembly', subjectId: assemblyId },
        after: { partyId, on, document },
      });
    });
  }

  private async linesOf(
    manager: EntityManager,
    principal: Principal,
    file: AssemblyFile,
  ): Promise<readonly RollLine[]> {
    const { id, compoundId, building, stairway, rules } = file.assembly;
    const today = this.clock.today();
    const parties = await this.roster.partiesOf(manager, principal, compoundId, today, {
      ...(building === null ? {} : { building }),
      ...(stairway === null ? {} : { stairway }),
      countsParking: rules.countsParking,
    });
    const addresses = await manager.query<UnitAddress[]>(
      `SELECT unit_id AS id, building, stairway, room FROM unit_version
       WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL
         AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`,
      [principal.cityId, compoundId, today],
    );
    return rollLines(id, parties, new Map(addresses.map((each) => [each.id, each])));
  }

  private async nextVersion(manager: EntityManager, { cityId }: Principal, assemblyId: string): Promise<number> {
    return (await manager.countBy(RollVersion, { cityId, assemblyId })) + 1;
  }

  /** Two statements, however many owners there are. */
  private async writeLines(
    manager: EntityManager,
    of: { readonly cityId: number; readonly assemblyId: string; readonly version: number },
    lines: readonly RollLine[],
  ): Promise<void> {
    const document = JSON.stringify(lines);
    await manager.query(
      `INSERT INTO roll_party (city_id, assembly_id, id, key)
       SELECT $1, $2, l."partyId", l.key FROM json_to_recordset($3) AS l("partyId" uuid, key text)
       ON CONFLICT DO NOTHING`,
      [of.cityId, of.assemblyId, document],
    );
    await manager.query(
      `INSERT INTO roll_entry (city_id, assembly_id, version, party_id, heads, weight, kind, units, label, building,
         stairway, doubts)
       SELECT $1, $2, $3, l."partyId", l.heads, l.weight, l.kind,
         ARRAY(SELECT json_array_elements_text(l.units)), l.label, l.building, l.stairway,
         ARRAY(SELECT json_array_elements_text(l.doubts))
       FROM json_to_recordset($4) AS l("partyId" uuid, heads smallint, weight bigint, kind text, units json,
         label text, building text, stairway text, doubts json)`,
      [of.cityId, of.assemblyId, of.version, document],
    );
  }
}
