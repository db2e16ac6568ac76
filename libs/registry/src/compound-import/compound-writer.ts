import { Injectable } from '@nestjs/common';
import { Ids, type ImportContext } from '#libs/platform';
import { ClaimsService } from '../claims/claims.service.js';
import { historiesOf, lockCompounds, plannedChange, writeChanges } from '../compound-versions/compound-changes.js';
import {
  insertCompounds,
  insertSources,
  insertVersions,
  supersede,
  type SourceRow,
} from '../compound-versions/compound-rows.js';
import type { CompoundFacts } from '../domain/compounds/compound-facts.js';
import type { Writing } from '../writing.js';
import type { StandingRow } from './import-lookups.js';
import type { ListedRow } from './listed-row.js';

/** A row that brings a compound. */
export interface NewRow extends ListedRow {
  /** Its own code, or null when it has none or another compound has it. */
  readonly ownCode: string | null;
}

/** A row that says something else than the same row of the list said before. */
export interface ChangedRow extends ListedRow {
  readonly known: StandingRow;
  readonly patch: Partial<CompoundFacts>;
}

export interface CompoundWork {
  readonly news: readonly NewRow[];
  readonly changes: readonly ChangedRow[];
}

type WrittenRow = ListedRow & { readonly compoundId: string };

/** Writes what a batch of a list brings, a few statements for the whole batch. */
@Injectable()
export class CompoundWriter {
  constructor(
    private readonly ids: Ids,
    private readonly claims: ClaimsService,
  ) {}

  /** @returns the compounds that were made or changed */
  async write(context: ImportContext, work: CompoundWork): Promise<readonly string[]> {
    const writing = { cityId: context.principal.cityId, at: context.now };
    const news = work.news.map((row) => ({ ...row, compoundId: this.ids.next() }));
    const changes = work.changes.map((row) => ({ ...row, compoundId: row.known.compoundId }));
    await this.openCompounds(context, writing, news);
    await this.changeCompounds(context, writing, work.changes);
    await this.replaceSources(context, writing, [...news, ...changes]);
    return [...news, ...changes].map((row) => row.compoundId);
  }

  private async openCompounds(
    context: ImportContext,
    writing: Writing,
    news: readonly (NewRow & { readonly compoundId: string })[],
  ): Promise<void> {
    const { manager, importId, asOf } = context;
    await insertCompounds(
      manager,
      writing,
      news.map(({ compoundId, ownCode }) => ({ id: compoundId, ownCode, importId })),
    );
    const recorded = { recordedBy: context.principal.actor.name, reason: `名单“${context.listName}”登记`, importId };
    await insertVersions(
      manager,
      writing,
      news.map(({ compoundId, facts, row }) => ({
        facts,
        ...recorded,
        id: this.ids.next(),
        compoundId,
        validFrom: asOf,
        validTo: null,
        importRow: row.number,
      })),
    );
  }

  private async changeCompounds(context: ImportContext, writing: Writing, rows: readonly ChangedRow[]): Promise<void> {
    const { manager, importId, asOf } = context;
    const changed = rows.filter((row) => Object.keys(row.patch).length > 0 || asOf < row.known.since);
    if (changed.length > 0) {
      const ids = changed.map((row) => row.known.compoundId);
      await lockCompounds(manager, writing.cityId, ids);
      const histories = await historiesOf(manager, writing.cityId, ids);
      const by = context.principal.actor.name;
      const changes = changed.map(({ known, patch, row }) => {
        const source = { by, reason: `名单“${context.listName}”更新`, importId, importRow: row.number };
        return plannedChange(histories.get(known.compoundId) ?? [], { patch, from: asOf, source });
      });
      await writeChanges(manager, writing, { changes, nextId: () => this.ids.next() });
    }
    await supersede(manager, writing, { table: 'compound_source', ids: rows.map((row) => row.known.sourceId) });
    await this.claims.supersede(
      manager,
      writing,
      rows.map(({ known }) => ({ subjectId: known.compoundId, importId: known.importId, importRow: known.rowNumber })),
    );
  }

  private async replaceSources(context: ImportContext, writing: Writing, rows: readonly WrittenRow[]): Promise<void> {
    const { manager, importId, listName, asOf } = context;
    const sources = rows.map(({ compoundId, key, said, extra, row }): SourceRow => {
      return {
        id: this.ids.next(),
        compoundId,
        importId,
        listName,
        rowNumber: row.number,
        rowKey: key,
        asOf,
        said,
        extra,
      };
    });
    await insertSources(manager, writing, sources);
    await this.claims.record(
      manager,
      writing,
      rows.map(({ compoundId: subjectId, claim: mode, said, row }) => {
        const subject = { target: 'C1', subjectKind: 'compound', subjectId } as const;
        return { ...subject, mode, words: said.manager ?? '', asOf, importId, importRow: row.number };
      }),
    );
  }
}
