import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
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
import { CompoundLinks } from '#libs/registry';
import { normalizeCreditCode } from '../domain/credit-code.js';
import { planCompanies, type CompanyRow } from '../domain/companies/company-plan.js';
import { standingOf } from '../domain/rows/evidence.js';
import { claimCounts } from '../lists/claim-counts.js';
import { ListKeeper } from '../lists/list-keeper.js';
import { wholeList, type ListOutcome } from '../lists/whole-list.js';
import { ServiceModeQueries } from '../services/service-modes.queries.js';
import { COMPANY_COLUMNS } from './company-columns.js';
import {
  companiesOfImport,
  currentCompanies,
  insertCompanies,
  restoreCompanies,
  updateCompanies,
  withdrawCompanies,
} from './company-rows.js';

type Columns = typeof COMPANY_COLUMNS;
type Row = ImportRow<RowOf<Columns>>;

function companyRow({ number, values }: Row): CompanyRow {
  const { creditCode } = values;
  return {
    row: number,
    values: { ...values, creditCode: creditCode === null ? null : normalizeCreditCode(creditCode) },
  };
}

/** Lists of property companies. A company is no target by itself: its rows are counted as claims, but write none. */
@Injectable()
export class CompaniesImport implements ImportKind<Columns>, OnModuleInit {
  readonly kind = 'companies';
  readonly version = 1;
  readonly label = { zh: '物业企业名录', en: 'Property companies' };
  readonly columns = COMPANY_COLUMNS;
  readonly keyField = 'name';

  constructor(
    private readonly services: ServiceModeQueries,
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

  /** @throws DomainError `company.in-use` when something rests on a company that only this list registered */
  async undo(context: UndoContext): Promise<TouchedFacts> {
    const { manager, principal, run } = context;
    const { cityId } = principal;
    const registered = await companiesOfImport(manager, cityId, run.id);
    // What later lists told of a company keeps it on the register.
    const unknown = registered.filter((company) => company.corrections === 0);
    const ids = unknown.map(({ id }) => id);
    const [use] = await this.links.usesOf(manager, cityId, ids);
    if (use) {
      const company = unknown.find(({ id }) => id === use.subjectId)?.name ?? '';
      throw new DomainError('company.in-use', { company, what: use.what, example: use.example });
    }
    const undoing = this.lists.undoing(context);
    await withdrawCompanies(manager, undoing, ids);
    const restored = await restoreCompanies(manager, undoing, run.id);
    return { compoundIds: await this.services.compoundsOfCompanies(manager, cityId, restored) };
  }

  private async keep(context: ImportContext, told: readonly Row[]): Promise<ListOutcome> {
    const { manager, principal } = context;
    const writing = this.lists.writing(context);
    const rows = told.map(companyRow);
    const plan = planCompanies(rows, await currentCompanies(manager, principal.cityId), () => writing.newId());
    await insertCompanies(manager, writing, plan.inserts);
    await updateCompanies(manager, writing, plan.updates);
    const changed = plan.updates.map(({ id }) => id);
    const compoundIds = await this.services.compoundsOfCompanies(manager, principal.cityId, changed);
    const claims = rows
      .filter(({ values: { documentNumber, issuingBody, registeredOn: from } }) => {
        return !standingOf({ documentNumber, issuingBody, from, to: null }, true).isEvidence;
      })
      .map(({ row, values }) => ({ row, subjectIds: [], mode: 'company', words: values.name }));
    return {
      issues: plan.issues,
      unchanged: plan.unchanged,
      claims: claimCounts(claims, plan.issues),
      ...(plan.updates.length + plan.inserts.length > 0 ? { touched: { compoundIds } } : {}),
    };
  }
}
