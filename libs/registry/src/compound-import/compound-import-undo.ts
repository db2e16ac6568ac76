import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import type { TouchedFacts, UndoContext } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { ClaimsService } from '../claims/claims.service.js';
import { supersede } from '../compound-versions/compound-rows.js';
import { CompoundLinks } from '../compounds/compound-links.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';

const TOUCHED = `SELECT compound_id FROM compound_source WHERE city_id = $1 AND import_id = $2`;

const VERSION_COLUMNS = `compound_id, name, aliases, name_pinyin, address, area_id, longitude, latitude, buildings,
  households, floor_area, built_year, kind, delivered_on, status, merged_into, valid_from, valid_to, recorded_by,
  reason, import_id, import_row`;

const SOURCE_COLUMNS = 'compound_id, import_id, list_name, row_number, row_key, as_of, said, extra';

interface UndoneImport {
  readonly importId: string;
  /** The one instant that everything it wrote carries. */
  readonly wroteAt: Date;
}

/** Taking a list of compounds back: what it wrote is superseded, and what it had replaced is true again. */
@Injectable()
export class CompoundImportUndo {
  constructor(
    private readonly claims: ClaimsService,
    private readonly links: CompoundLinks,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @throws DomainError `compound.import-needed` when later work rests on it, `compound.not-found` out of scope */
  async undo({ manager, principal, run, now }: UndoContext): Promise<TouchedFacts | null> {
    const { cityId } = principal;
    const rows = (await manager.query(TOUCHED, [cityId, run.id])) as { compound_id: string }[];
    const compoundIds = [...new Set(rows.map((row) => row.compound_id))];
    if (compoundIds.length === 0) return null;
    await this.scopes.require(manager, principal, { permission: 'import.undo', compoundIds });
    await this.refuseLaterLists(manager, cityId, run.id);
    await this.refuseLaterVersions(manager, cityId, { importId: run.id, wroteAt: run.startedAt });
    // First its own claims, so that only those of other lists can stand in the way.
    await this.claims.undo(manager, { cityId, at: now }, { importId: run.id, wroteAt: run.startedAt });
    await this.refuseRecords(manager, cityId, run.id);
    await this.restore(manager, cityId, { importId: run.id, wroteAt: run.startedAt, now });
    return { compoundIds };
  }

  private async refuseLaterLists(manager: EntityManager, cityId: number, importId: string): Promise<void> {
    const [later] = (await manager.query(
      `SELECT s.said->>'name' AS name FROM compound_source s
       WHERE s.city_id = $1 AND s.import_id = $2 AND NOT EXISTS (
         SELECT 1 FROM compound_source live WHERE live.city_id = $1 AND live.import_id = $2
           AND live.list_name = s.list_name AND live.row_key = s.row_key AND live.superseded_at IS NULL)
       ORDER BY s.id LIMIT 1`,
      [cityId, importId],
    )) as { name: string }[];
    if (later) refuse('同一名单后来的导入', later.name);
  }

  /** Later work shows where what is known now differs from what was known right after the import. */
  private async refuseLaterVersions(manager: EntityManager, cityId: number, undone: UndoneImport): Promise<void> {
    const [later] = (await manager.query(
      `WITH touched AS (SELECT * FROM compound_version WHERE city_id = $1 AND compound_id IN (${TOUCHED})),
         after AS (SELECT ${VERSION_COLUMNS} FROM touched
           WHERE recorded_at <= $3 AND (superseded_at IS NULL OR superseded_at > $3)),
         live AS (SELECT ${VERSION_COLUMNS} FROM touched WHERE superseded_at IS NULL)
       SELECT name FROM (
         (SELECT * FROM live EXCEPT SELECT * FROM after) UNION ALL (SELECT * FROM after EXCEPT SELECT * FROM live)) AS d
       ORDER BY name LIMIT 1`,
      [cityId, undone.importId, undone.wroteAt],
    )) as { name: string }[];
    if (later) refuse('后来的小区变更、合并或区划调整', later.name);
    const [merged] = (await manager.query(
      `SELECT name FROM compound_version v WHERE v.city_id = $1 AND v.superseded_at IS NULL
         AND v.merged_into IN (SELECT id FROM compound WHERE city_id = $1 AND import_id = $2) LIMIT 1`,
      [cityId, undone.importId],
    )) as { name: string }[];
    if (merged) refuse('并入它的小区', merged.name);
  }

  /** Contracts, committees, claims of other lists and the like on compounds that only this import brought. */
  private async refuseRecords(manager: EntityManager, cityId: number, importId: string): Promise<void> {
    const rows = (await manager.query('SELECT id FROM compound WHERE city_id = $1 AND import_id = $2', [
      cityId,
      importId,
    ])) as {
      id: string;
    }[];
    const use = await this.links.firstUse(
      manager,
      cityId,
      rows.map((row) => row.id),
    );
    if (!use) return;
    const [compound] = (await manager.query(
      'SELECT name FROM compound_version WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL LIMIT 1',
      [cityId, use.compoundId],
    )) as { name: string }[];
    refuse(use.what, compound?.name ?? use.compoundId);
  }

  /** Ends what was not true before the import, and writes again what was; what the import left alone stays as it is. */
  private async restore(
    manager: EntityManager,
    cityId: number,
    undone: UndoneImport & { readonly now: Date },
  ): Promise<void> {
    const { importId, wroteAt, now } = undone;
    const rows = (await manager.query(
      `WITH touched AS (
         SELECT *, md5(ROW(${VERSION_COLUMNS})::text) AS content FROM compound_version
         WHERE city_id = $1 AND compound_id IN (${TOUCHED})),
       before AS (SELECT * FROM touched WHERE recorded_at < $3 AND (superseded_at IS NULL OR superseded_at >= $3)),
       live AS (SELECT * FROM touched WHERE superseded_at IS NULL)
       SELECT true AS ends, l.id FROM live l
         WHERE NOT EXISTS (SELECT 1 FROM before b WHERE b.compound_id = l.compound_id AND b.content = l.content)
       UNION ALL SELECT false, b.id FROM before b
         WHERE NOT EXISTS (SELECT 1 FROM live l WHERE l.compound_id = b.compound_id AND l.content = b.content)`,
      [cityId, importId, wroteAt],
    )) as { ends: boolean; id: string }[];
    const ids = (ends: boolean): string[] => rows.filter((row) => row.ends === ends).map((row) => row.id);
    await supersede(manager, { cityId, at: now }, { table: 'compound_version', ids: ids(true) });
    await manager.query(
      `INSERT INTO compound_version (city_id, id, recorded_at, ${VERSION_COLUMNS})
       SELECT city_id, gen_random_uuid(), $2, ${VERSION_COLUMNS} FROM compound_version
       WHERE city_id = $1 AND id = ANY($3::uuid[])`,
      [cityId, now, ids(false)],
    );
    await this.restoreSources(manager, cityId, undone);
  }

  private async restoreSources(
    manager: EntityManager,
    cityId: number,
    { importId, wroteAt, now }: UndoneImport & { readonly now: Date },
  ): Promise<void> {
    await manager.query(
      'UPDATE compound_source SET superseded_at = $3 WHERE city_id = $1 AND import_id = $2 AND superseded_at IS NULL',
      [cityId, importId, now],
    );
    await manager.query(
      `INSERT INTO compound_source (city_id, id, recorded_at, ${SOURCE_COLUMNS})
       SELECT city_id, gen_random_uuid(), $3, ${SOURCE_COLUMNS} FROM compound_source
       WHERE city_id = $1 AND superseded_at = $4 AND import_id <> $2 AND compound_id IN (${TOUCHED})`,
      [cityId, importId, now, wroteAt],
    );
    // The number is free for the next list; the compound itself is remembered, but nothing is held true of it.
    await manager.query('UPDATE compound SET own_code = NULL WHERE city_id = $1 AND import_id = $2', [
      cityId,
      importId,
    ]);
  }
}

function refuse(what: string, example: string): never {
  throw new DomainError('compound.import-needed', { what, example });
}
