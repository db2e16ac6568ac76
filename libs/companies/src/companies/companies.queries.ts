import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompanyDirectory } from '../domain/companies/company-directory.js';
import type { CompanyValues, KnownCompany } from '../domain/companies/company-plan.js';
import { checkCreditCode } from '../domain/credit-code.js';
import { companyScope, type CompanyScope } from './company.policy.js';
import { currentCompanies } from './company-rows.js';

type Row = CompanyValues & { readonly id: string; readonly compounds: number };

/** A company with the number of compounds that its current papers name. */
export interface CompanyListRow extends Row {
  readonly creditCodeValid: boolean | null;
}

export interface CompanyContractRow {
  readonly id: string;
  readonly mode: string;
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly from: string;
  readonly to: string | null;
  readonly filedOn: string | null;
  readonly compoundIds: readonly string[];
}

export interface CompanyFile extends CompanyListRow {
  readonly contracts: readonly CompanyContractRow[];
  readonly history: readonly { readonly name: string; readonly creditCode: string | null; readonly replacedAt: Date }[];
}

export interface CompanyFilter {
  readonly q?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** Names in the order of their pinyin, as people look for them. */
const BY_NAME = 'c.name COLLATE "zh-Hans-x-icu"';

const COLUMNS = `c.id, c.name, c.credit_code AS "creditCode", c.address, c.contact,
  c.registered_on::text AS "registeredOn",
  c.document_number AS "documentNumber", c.issuing_body AS "issuingBody",
  (SELECT count(DISTINCT l.compound_id)::int FROM service_mode m
     JOIN service_mode_compound l ON l.city_id = m.city_id AND l.service_mode_id = m.id
   WHERE m.city_id = c.city_id AND m.company_id = c.id AND m.superseded_at IS NULL) AS compounds`;

function readCursor(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [name, id];
  } catch {
    // What is no cursor of ours is refused below.
  }
  throw foreignCursor();
}

function shown(row: Row): CompanyListRow {
  return { ...row, creditCodeValid: row.creditCode === null ? null : checkCreditCode(row.creditCode).valid };
}

/** Lists and files of companies, from this context's own tables. */
@Injectable()
export class CompanyQueries {
  constructor(private readonly database: Database) {}

  /** Every company of the city, for lists that name them. */
  async directory(manager: EntityManager, cityId: number): Promise<CompanyDirectory<KnownCompany>> {
    return new CompanyDirectory(await currentCompanies(manager, cityId));
  }

  /** The companies on which the caller may use the permission. */
  async inScope(manager: EntityManager, principal: Principal, permission: string): Promise<readonly KnownCompany[]> {
    const scope = companyScope(principal, permission);
    const companies = await currentCompanies(manager, principal.cityId);
    return companies.filter((company) => scope.everything || scope.companyIds.includes(company.id));
  }

  /** @throws DomainError `request.invalid` for a cursor that is none */
  async list(principal: Principal, filter: CompanyFilter): Promise<Page<CompanyListRow>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const cursor = readCursor(filter.after);
    const scope = companyScope(principal, 'company.read');
    const q = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.transaction(principal, (manager) =>
      this.select(manager, principal, scope, {
        condition: `($4::text IS NULL OR c.name ILIKE $4 OR c.credit_code = upper($5))
          AND ($6::text IS NULL OR (${BY_NAME}, c.id) > ($6 COLLATE "zh-Hans-x-icu", $7::uuid))`,
        parameters: [q, filter.q ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null],
        limit: limit + 1,
      }),
    );
    return pageOf(rows.map(shown), limit, (row) =>
      Buffer.from(JSON.stringify([row.name, row.id])).toString('base64url'),
    );
  }

  /** One company with its papers and its former entries. @throws DomainError `company.not-found` */
  async file(principal: Principal, id: string): Promise<CompanyFile> {
    const scope = companyScope(principal, 'company.read');
    return this.database.transaction(principal, async (manager) => {
      const [row] = await this.select(manager, principal, scope, {
        condition: 'c.id = $4',
        parameters: [id],
        limit: 1,
      });
      if (!row) throw new DomainError('company.not-found', { id });
      const history = await manager.query<CompanyFile['history']>(
        `SELECT name, credit_code AS "creditCode", replaced_at AS "replacedAt" FROM company_history
         WHERE city_id = $1 AND company_id = $2 ORDER BY id DESC`,
        [principal.cityId, id],
      );
      return { ...shown(row), contracts: await this.contracts(manager, principal.cityId, id), history };
    });
  }

  private async select(
    manager: EntityManager,
    principal: Principal,
    scope: CompanyScope,
    wanted: { readonly condition: string; readonly parameters: readonly unknown[]; readonly limit: number },
  ): Promise<Row[]> {
    return await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM company c
       WHERE c.city_id = $1 AND c.superseded_at IS NULL
         AND ($2::boolean OR c.id = ANY($3::uuid[])) AND ${wanted.condition}
       ORDER BY ${BY_NAME}, c.id LIMIT ${wanted.limit}`,
      [principal.cityId, scope.everything, scope.companyIds, ...wanted.parameters],
    );
  }

  private async contracts(manager: EntityManager, cityId: number, companyId: string): Promise<CompanyContractRow[]> {
    return await manager.query<CompanyContractRow[]>(
      `SELECT m.record_id AS id, m.mode, m.document_number AS "documentNumber", m.issuing_body AS "issuingBody",
         m.effective_from::text AS "from", m.effective_to::text AS "to", m.filed_on::text AS "filedOn",
         ARRAY(SELECT l.compound_id::text FROM service_mode_compound l
           WHERE l.city_id = m.city_id AND l.service_mode_id = m.id ORDER BY 1) AS "compoundIds"
       FROM service_mode m WHERE m.city_id = $1 AND m.company_id = $2 AND m.superseded_at IS NULL
       ORDER BY m.effective_from DESC, m.record_id`,
      [cityId, companyId],
    );
  }
}
