import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '#libs/kernel';
import { Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompoundLinks, type CompoundLink, type Rest } from '../compounds/compound-links.js';
import { insertRows, type ColumnOfRows } from '../insert-rows.js';
import type { Writing } from '../writing.js';
import type { ClaimMode, ClaimTarget } from './claim.entity.js';

/** What a row of a list says about a subject. */
export interface NewClaim {
  readonly target: ClaimTarget;
  readonly subjectKind: 'compound' | 'committee' | 'company';
  readonly subjectId: string;
  readonly mode: ClaimMode;
  readonly words: string;
  readonly asOf: Day;
  readonly importId: string;
  readonly importRow: number;
}

/** The row of an earlier import whose claim no longer stands. */
export interface ClaimRow {
  readonly subjectId: string;
  readonly importId: string;
  readonly importRow: number;
}

/** What is claimed of a subject now. */
export interface StandingClaim {
  readonly subjectId: string;
  readonly mode: ClaimMode;
  readonly words: string;
  readonly asOf: Day;
}

const COLUMNS: Readonly<Record<string, ColumnOfRows<NewClaim & { readonly id: string }>>> = {
  id: { type: 'uuid', value: (claim) => claim.id },
  target: { type: 'text', value: (claim) => claim.target },
  subject_kind: { type: 'text', value: (claim) => claim.subjectKind },
  subject_id: { type: 'uuid', value: (claim) => claim.subjectId },
  mode: { type: 'text', value: (claim) => claim.mode },
  words: { type: 'text', value: (claim) => claim.words },
  as_of: { type: 'date', value: (claim) => claim.asOf },
  import_id: { type: 'uuid', value: (claim) => claim.importId },
  import_row: { type: 'int', value: (claim) => claim.importRow },
};

/** What a claim says, apart from when it was recorded. */
const SAID = 'target, subject_kind, subject_id, mode, words, as_of, import_id, import_row';

/** Claims of lists: written and withdrawn by the imports of every context, inside their transaction. */
@Injectable()
export class ClaimsService implements CompoundLink, OnModuleInit {
  readonly kind = 'claim';

  constructor(
    private readonly ids: Ids,
    private readonly links: CompoundLinks,
  ) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  async restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]> {
    const rests = await this.restingOnSubjects(manager, cityId, compoundIds);
    return rests.map((rest) => rest.subjectId);
  }

  /** Subjects of standing claims, each with the list that claims. */
  async restingOnSubjects(
    manager: EntityManager,
    cityId: number,
    subjectIds: readonly string[],
  ): Promise<readonly Rest[]> {
    return (await manager.query(
      `SELECT DISTINCT ON (c.subject_id) c.subject_id AS "subjectId", i.list_name AS example
       FROM claim c JOIN import i ON i.city_id = c.city_id AND i.id = c.import_id
       WHERE c.city_id = $1 AND c.subject_id = ANY($2::uuid[]) AND c.superseded_at IS NULL
       ORDER BY c.subject_id, c.id DESC`,
      [cityId, subjectIds],
    )) as Rest[];
  }

  /** What is claimed now of the subjects about one target. */
  async standing(
    manager: EntityManager,
    cityId: number,
    { target, subjectIds }: { readonly target: ClaimTarget; readonly subjectIds: readonly string[] },
  ): Promise<readonly StandingClaim[]> {
    return (await manager.query(
      `SELECT subject_id AS "subjectId", mode, words, as_of::text AS "asOf" FROM claim
       WHERE city_id = $1 AND target = $2 AND subject_id = ANY($3::uuid[]) AND superseded_at IS NULL`,
      [cityId, target, subjectIds],
    )) as StandingClaim[];
  }

  /** Records claims; a claim that says nothing (`unknown`) is counted by the import and needs no row. */
  async record(manager: EntityManager, writing: Writing, claims: readonly NewClaim[]): Promise<void> {
    const rows = claims.filter((claim) => claim.mode !== 'unknown').map((claim) => ({ ...claim, id: this.ids.next() }));
    const same = { city_id: writing.cityId, recorded_at: writing.at };
    await insertRows(manager, 'claim', { same, each: COLUMNS, rows });
  }

  /** Withdraws the claims that the given rows of earlier imports made: their list now says something else. */
  async supersede(manager: EntityManager, writing: Writing, rows: readonly ClaimRow[]): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `UPDATE claim c SET superseded_at = $2
       FROM unnest($3::uuid[], $4::uuid[], $5::int[]) AS r (subject_id, import_id, import_row)
       WHERE c.city_id = $1 AND c.subject_id = r.subject_id AND c.import_id = r.import_id
         AND c.import_row = r.import_row AND c.superseded_at IS NULL`,
      [
        writing.cityId,
        writing.at,
        rows.map((row) => row.subjectId),
        rows.map((row) => row.importId),
        rows.map((row) => row.importRow),
      ],
    );
  }

  /**
   * Takes back what an import claimed and restores what it had replaced.
   * @param wroteAt the one instant that all rows of that import carry
   * @returns the subjects of which it claimed anything
   */
  async undo(
    manager: EntityManager,
    writing: Writing,
    undone: { readonly importId: string; readonly wroteAt: Date },
  ): Promise<readonly string[]> {
    const parameters = [writing.cityId, undone.importId, undone.wroteAt, writing.at];
    await manager.query(
      `INSERT INTO claim (city_id, id, recorded_at, ${SAID})
       SELECT city_id, gen_random_uuid(), $4, ${SAID}
       FROM claim WHERE city_id = $1 AND superseded_at = $3 AND import_id <> $2`,
      parameters,
    );
    await manager.query(
      `UPDATE claim SET superseded_at = $3 WHERE city_id = $1 AND import_id = $2 AND superseded_at IS NULL`,
      [writing.cityId, undone.importId, writing.at],
    );
    const rows = (await manager.query(
      'SELECT DISTINCT subject_id AS id FROM claim WHERE city_id = $1 AND import_id = $2',
      [writing.cityId, undone.importId],
    )) as { id: string }[];
    return rows.map((row) => row.id);
  }
}
