import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ImportContext,
  type ImportKind,
  ImportKinds,
  type ImportRow,
  type ImportSession,
  type RowOf,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';
import { CompoundLinks, serviceClaim } from '#libs/registry';
import { companiesOfImport, insertCompanies, withdrawCompanies } from '../companies/company-rows.js';
import { CompoundDirectories } from '../compounds.queries.js';
import { normalizeCreditCode } from '../domain/credit-code.js';
import { foundIds } from '../domain/rows/compound-directory.js';
import type { ServiceRow } from '../domain/services/service-rows.js';
import { claimCounts } from '../lists/claim-counts.js';
import { ClaimKeeper } from '../lists/claim-keeper.js';
import { referenceOf } from '../lists/list-columns.js';
import { ListKeeper } from '../lists/list-keeper.js';
import { wholeList, type ListOutcome } from '../lists/whole-list.js';
import { SERVICE_MODE_COLUMNS } from './service-mode-columns.js';
import { SERVICE_MODE_TABLE } from './service-mode.table.js';
import { ServiceModesService } from './service-modes.service.js';

type Columns = typeof SERVICE_MODE_COLUMNS;
type Row = ImportRow<RowOf<Columns>>;

function serviceRow({ number, values }: Row): ServiceRow {
  const { mode, company, creditCode, documentNumber, issuingBody, issuedOn, from, to, filedOn } = values;
  return {
    row: number,
    compound: referenceOf(values),
    mode,
    provider: company,
    providerClaim: serviceClaim(company),
    creditCode: creditCode === null ? null : normalizeCreditCode(creditCode),
    document: { documentNumber, issuingBody, from, to },
    issuedOn,
    filedOn,
  };
}

/** Lists of contracts, resolutions, trusteeships and what is merely said of the service. */
@Injectable()
export class ServiceModesImport implements ImportKind<Columns>, OnModuleInit {
  readonly kind = 'services';
  readonly version = 1;
  readonly label = { zh: '物业服务方式与合同', en: 'Service modes and contracts' };
  readonly columns = SERVICE_MODE_COLUMNS;
  readonly keyField = 'compoundName';

  constructor(
    private readonly directories: CompoundDirectories,
    private readonly services: ServiceModesService,
    private readonly claims: ClaimKeeper,
    private readonly lists: ListKeeper,
    private readonly links: CompoundLinks,
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
    const compoundIds = await this.lists.undo(context, SERVICE_MODE_TABLE);
    const claimed = await this.claims.undo(context);
    // A company that other papers or lists name by now stays; it is known from them too.
    const companies = await companiesOfImport(manager, principal.cityId, run.id);
    const ids = companies.filter(({ corrections }) => corrections === 0).map(({ id }) => id);
    const used = new Set((await this.links.usesOf(manager, principal.cityId, ids)).map((use) => use.subjectId));
    const unknown = ids.filter((id) => !used.has(id));
    await withdrawCompanies(manager, this.lists.undoing(context), unknown);
    return { compoundIds: [...compoundIds, ...claimed] };
  }

  private async keep(context: ImportContext, told: readonly Row[]): Promise<ListOutcome> {
    const { manager, principal } = context;
    const writing = this.lists.writing(context);
    const compounds = await this.directories.load(manager, principal, 'import.run');
    const rows = told.map(serviceRow);
    const plan = await this.services.plan(manager, writing, {
      rows,
      compounds,
      compoundIds: foundIds(compounds, rows),
    });
    await insertCompanies(manager, writing, this.services.newCompanies(plan));
    const linked = await this.lists.write(context, SERVICE_MODE_TABLE, plan.records);
    const kept = await this.claims.keep(context, { target: 'C1', subjectKind: 'compound', claims: plan.claims });
    const issues = [...plan.issues, ...kept.issues];
    const compoundIds = [...linked, ...kept.subjectIds];
    return {
      issues,
      unchanged: [...plan.records.unchanged, ...kept.unchanged],
      claims: claimCounts(plan.claims, issues),
      ...(compoundIds.length > 0 ? { touched: { compoundIds } } : {}),
    };
  }
}
