import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Ids, type ImportContext, type UndoContext } from '#libs/platform';
import { CompoundLinks } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { RecordPlan, RecordValues } from '../domain/rows/record-plan.js';
import { columnOf, type RecordTable } from '../records/record-table.js';
import { undoRecords, type Undoing } from '../records/undo-records.js';
import { writeRecords, type Writing } from '../records/write-records.js';

/** What every list of records does once its rows are judged: write the plan, and take it back. */
@Injectable()
export class ListKeeper {
  constructor(
    private readonly ids: Ids,
    private readonly links: CompoundLinks,
  ) {}

  /** The instant, the author and the source of everything that one import writes. */
  writing({ principal, importId, now }: ImportContext): Writing {
    const { cityId, actor } = principal;
    return { cityId, at: now, recordedBy: actor.name, importId, newId: () => this.ids.next() };
  }

  undoing({ principal, run, now }: UndoContext): Undoing {
    return { cityId: principal.cityId, importId: run.id, at: now, newId: () => this.ids.next() };
  }

  /** Writes the records of a plan. @returns the compounds to which they are linked */
  async write<V extends RecordValues>(
    context: ImportContext,
    table: RecordTable<V>,
    records: RecordPlan<V>,
  ): Promise<readonly string[]> {
    await writeRecords(context.manager, this.writing(context), table, records);
    return [...records.inserts, ...records.updates.map(({ draft }) => draft)].flatMap((draft) => draft.links);
  }

  /**
   * Takes back the records of an import.
   * @returns the compounds to which they were linked
   * @throws DomainError `record.in-use` when something rests on a record that would be gone
   */
  async undo<V extends RecordValues>(context: UndoContext, table: RecordTable<V>): Promise<readonly string[]> {
    const { manager, principal } = context;
    const { recordIds, compoundIds } = await undoRecords(manager, this.undoing(context), table);
    const gone = await goneRecords(manager, principal.cityId, table, recordIds);
    const [use] = await this.links.usesOf(manager, principal.cityId, [...gone.keys()]);
    if (use) {
      const { subjectId, what, example } = use;
      throw new DomainError('record.in-use', { document: gone.get(subjectId) ?? '', what, example });
    }
    return compoundIds;
  }
}

/** Of the records, those that stand no more, each with the number of its paper. */
async function goneRecords<V extends RecordValues>(
  manager: EntityManager,
  cityId: number,
  table: RecordTable<V>,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; document: string }[]>(
    `SELECT record_id AS id, max(${columnOf('documentNumber')}) AS document FROM ${table.name}
     WHERE city_id = $1 AND record_id = ANY($2::uuid[])
     GROUP BY record_id HAVING bool_and(superseded_at IS NOT NULL)`,
    [cityId, recordIds],
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}
