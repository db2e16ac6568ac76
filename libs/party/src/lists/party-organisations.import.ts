import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommitteeQueries } from '#libs/assembly';
import {
  claimCounts,
  ClaimKeeper,
  CompanyQueries,
  CompoundDirectories,
  normalizeCreditCode,
  referenceOf,
  ListKeeper,
  wholeList,
  type KeptClaims,
  type ListOutcome,
  type RowIssue,
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
import { PARTY_SUBJECT_KINDS } from '../domain/party-words.js';
import { PARTY_COLUMNS } from './party-columns.js';
import { PARTY_ORGANISATION_TABLE } from '../party-organisation.table.js';
import type { PartyPlan, PartyRow } from './party-organisations.plan.js';
import { PartyOrganisationsService } from '../party-organisations.service.js';
import { findSubjects, type SubjectDirectories } from './party-subject-finder.js';
import { PartySubjects, type SubjectReference } from '../party-subjects.js';

type Columns = typeof PARTY_COLUMNS;
type Row = ImportRow<RowOf<Columns>>;

function partyRow({ number, values }: Row): PartyRow {
  const { documentNumber, issuingBody, from, to, creditCode } = values;
  return {
    ...values,
    row: number,
    compound: referenceOf(values),
    creditCode: creditCode === null ? null : normalizeCreditCode(creditCode),
    document: { documentNumber, issuingBody, from, to },
  };
}

/** Where a list of party organisations finds its subjects, all of them inside the caller's scope. */
@Injectable()
export class PartyDirectories {
  constructor(
    private readonly compounds: CompoundDirectories,
    private readonly committees: CommitteeQueries,
    private readonly companies: CompanyQueries,
  ) {}

  async load({ manager, principal, asOf }: ImportContext): Promise<SubjectDirectories> {
    const { cityId } = principal;
    const compounds = await this.compounds.load(manager, principal, 'import.run');
    const committees = await this.committees.directory(manager, cityId, compounds.ids);
    return { compounds, committees, companies: await this.companies.directory(manager, cityId), asOf };
  }
}

/** Lists of party organisations of committees and of companies. */
@Injectable()
export class PartyOrganisationsImport implements ImportKind<Columns>, OnModuleInit {
  readonly kind = 'party-organisations';
  readonly version = 1;
  readonly label = { zh: '党组织', en: 'Party organisations' };
  readonly columns = PARTY_COLUMNS;
  readonly keyField = 'compoundName';

  constructor(
    private readonly directories: PartyDirectories,
    private readonly organisations: PartyOrganisationsService,
    private readonly subjects: PartySubjects,
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

  async undo(context: UndoContext): Promise<TouchedFacts> {
    const { manager, principal, run } = context;
    const { cityId } = principal;
    const spoken = await manager.query<SubjectReference[]>(
      `SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM party_organisation
       WHERE city_id = $1 AND import_id = $2`,
      [cityId, run.id],
    );
    await this.lists.undo(context, PARTY_ORGANISATION_TABLE);
    // A claim's subject is a committee or a company; asking for both finds whichever it is.
    const claimed = (await this.claims.undo(context)).flatMap((id) =>
      PARTY_SUBJECT_KINDS.map((kind) => ({ kind, id })),
    );
    return { compoundIds: await this.subjects.compoundsOfSubjects(manager, cityId, [...spoken, ...claimed]) };
  }

  private async keep(context: ImportContext, told: readonly Row[]): Promise<ListOutcome> {
    const { manager, principal } = context;
    const found: RowIssue[] = [];
    const rows = told.map(partyRow);
    const subjects = findSubjects(rows, await this.directories.load(context), found);
    const plan = await this.organisations.plan(manager, principal.cityId, { rows, subjects, issues: found });
    await this.lists.write(context, PARTY_ORGANISATION_TABLE, plan.records);
    const kept = await this.keepClaims(context, plan);
    const issues = [...plan.issues, ...kept.flatMap((each) => each.issues)];
    const drafts = [...plan.records.inserts, ...plan.records.updates.map(({ draft }) => draft)];
    const changed: SubjectReference[] = [
      ...drafts.map(({ values }) => ({ kind: values.subjectKind, id: values.subjectId })),
      ...kept.flatMap((each) => each.subjectIds.map((id) => ({ kind: each.kind, id }))),
    ];
    const compoundIds = await this.subjects.compoundsOfSubjects(manager, principal.cityId, changed);
    return {
      issues,
      unchanged: [...plan.records.unchanged, ...kept.flatMap((each) => each.unchanged)],
      claims: claimCounts(plan.claims, issues, 'party'),
      ...(changed.length > 0 ? { touched: { compoundIds } } : {}),
    };
  }

  /** A committee's organisation is target C3, a company's C4. */
  private async keepClaims(
    context: ImportContext,
    plan: PartyPlan,
  ): Promise<readonly (KeptClaims & { readonly kind: SubjectReference['kind'] })[]> {
    const kept: (KeptClaims & { kind: SubjectReference['kind'] })[] = [];
    for (const kind of PARTY_SUBJECT_KINDS) {
      const claims = plan.claims.filter((claim) => claim.subjectKind === kind);
      const target = kind === 'committee' ? 'C3' : 'C4';
      kept.push({ ...(await this.claims.keep(context, { target, subjectKind: kind, claims })), kind });
    }
    return kept;
  }
}
