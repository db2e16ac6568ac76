import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import { AssemblyFiles } from '../assemblies/assembly-files.js';

/** One party as the roll shows it: by its units, never by a name. */
export interface ShownEntry {
  readonly party: string;
  readonly label: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly kind: string;
  readonly heads: number;
  readonly weight: string;
  readonly doubts: readonly string[];
}

export interface ShownRoll {
  readonly version: number;
  readonly frozenOn: string;
  readonly reason: string;
  readonly parties: number;
  readonly heads: number;
  readonly weight: string;
  readonly rollHash: string;
  readonly versions: number;
}

export interface RollFilter {
  readonly building: string | null;
  readonly unit: string | null;
  readonly after: string | null;
  readonly limit: number | null;
}

const CURSOR = /^[0-9a-f-]{36}$/;

/** Reading the newest version of a roll. */
@Injectable()
export class RollQueries {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
  ) {}

  /** @throws DomainError `assembly.not-found`, `roll.not-frozen` */
  async page(
    principal: Principal,
    assemblyId: string,
    { building, unit, after, limit }: RollFilter,
  ): Promise<ShownRoll & Page<ShownEntry>> {
    if (after !== null && !CURSOR.test(after)) throw foreignCursor();
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId);
      const { cityId } = principal;
      const [roll] = await manager.query<ShownRoll[]>(
        `SELECT version, frozen_on::text AS "frozenOn", reason, parties, heads, weight::text AS weight,
           roll_hash AS "rollHash", version AS versions
         FROM roll_version WHERE city_id = $1 AND assembly_id = $2 ORDER BY version DESC LIMIT 1`,
        [cityId, assemblyId],
      );
      if (!roll) throw new DomainError('roll.not-frozen');
      const rows = await manager.query<ShownEntry[]>(
        `SELECT party_id AS party, label, building, stairway, kind, heads, weight::text AS weight, doubts
         FROM roll_entry WHERE city_id = $1 AND assembly_id = $2 AND version = $3
           AND ($4::text IS NULL OR building = $4) AND ($5::text IS NULL OR position($5 IN label) > 0)
           AND ($6::uuid IS NULL OR party_id > $6) ORDER BY party_id LIMIT $7`,
        [cityId, assemblyId, roll.version, building, unit, after, size + 1],
      );
      return { ...roll, ...pageOf(rows, size, ({ party }) => party) };
    });
  }
}
