import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  claimCounts,
  ClaimKeeper,
  CompoundDirectories,
  foundIds,
  referenceOf,
  ListKeeper,
  wholeList,
  type ListOutcome,
} from '#libs/companies';
import {
  ImportKinds,
  type ImportContext,
  type ImportKind,
  type ImportRow,
  type ImportSession,
  type RowOf,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';
import { COMMITTEE_COLUMNS } from './committee-columns.js';
import { COMMITTEE_TABLE } from './committee.table.js';
import type { CommitteeRow } from './committees.plan.js';
import { CommitteesService } from './committees.service.js';

type Columns = typeof COMMITTEE_COLUMNS;
type Row = ImportRow<RowOf<Columns>>;

function committeeRow({ number, values }: Row): CommitteeRow {
  const { documentNumber, issuingBody, from, to } = values;
  return {
    ...values,
    row: number,
    compound: referenceOf(values),
    document: { documentNumber, issuingBody, from, to },
  };
}

/** Lists of committees, property management committees and exemptions. */
@Injectable()
export class CommitteesImport implements ImportKind<Columns>, OnModuleInit {
  readonly kind = 'committees';
  readonly version = 1;
  readonly label = { zh: '业委会与物管会', en: 'Owners committees and property management committees' };
  readonly columns = COMMITTEE_COLUMNS;
  readonly keyField = 'compoundName';

  constructor(
    private readonly directories: CompoundDirectories,
    private readonly committees: CommitteesService,
    private readonly claims: ClaimKeeper,
    private readonly lists: ListKeeper,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async begin(context: ImportContext): Promise<ImportSession<Columns>> {
    return wholeList<Columns>(context.report, (rows) => this.keep(context, rows));
  }

  /** @throws DomainError `record.in-use` when a party organisation rests on a body that would be gone */
  async undo(context: UndoContext): Promise<TouchedFacts> {
    const compoundIds = await this.lists.undo(context, COMMITTEE_TABLE);
    return { compoundIds: [...compoundIds, ...(await this.claims.undo(context))] };
  }

  private async keep(context: ImportContext, told: readonly Row[]): Promise<ListOutcome> {
    const { manager, principal } = context;
    const compounds = await this.directories.load(manager, principal, 'import.run');
    const rows = told.map(committeeRow);
    const compoundIds = foundIds(compounds, rows);
    const plan = await this.committees.plan(manager, principal.cityId, { rows, compounds, compoundIds });
    const linked = await this.lists.write(context, COMMITTEE_TABLE, plan.records);
    const kept = await this.claims.keep(context, { target: 'C2', subjectKind: 'compound', claims: plan.claims });
    const issues = [...plan.issues, ...kept.issues];
    const touched = [...linked, ...kept.subjectIds];
    return {
      issues,
      unchanged: [...plan.records.unchanged, ...kept.unchanged],
      claims: claimCounts(plan.claims, issues, 'committee'),
      ...(touched.length > 0 ? { touched: { compoundIds: touched } } : {}),
    };
  }
}
