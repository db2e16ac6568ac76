import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Language, type Page } from '#libs/platform';
import { AreaTree, compoundScope, scopeCondition } from '#libs/registry';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { officeName } from '../domain/body.js';
import type { BodyLevel } from '../domain/catalogue/power.js';
import { stateOf, type ActStep } from '../domain/acts/act-state.js';
import { dueOf, type DatedStep } from '../domain/acts/clock.js';
import { procedureOf } from '../domain/acts/procedures.js';
import type { ActBrief, ActResponse, ActScanResponse } from './acts-answers.dto.js';
import { CASES, CLOSING, limitsOn } from './act-rows.js';
import { OpenCases } from './open-cases.js';
import { CaseFiles, type CaseFile } from './cases/case-file.js';
import { STATE_COUNCIL_CALENDAR } from './holidays.js';
import { ActIssue } from './tables/act-issue.entity.js';
import { ActRecord } from './tables/act-record.entity.js';

export interface ActFilter {
  readonly power: string | null;
  readonly area: string | null;
  readonly compound: string | null;
  readonly show: 'open' | 'closed' | null;
  readonly after: string | null;
  readonly limit: number | null;
}

interface Row {
  readonly id: string;
  readonly power: string;
  readonly body: { readonly code: string; readonly name: string; readonly level: BodyLevel };
  readonly compound: { readonly id: string; readonly name: string };
  readonly applicant: string;
  readonly openedOn: Day;
  readonly documentNumber: string | null;
  readonly steps: readonly { readonly step: ActStep; readonly on: Day }[];
}

interface ScanRow extends Omit<ActScanResponse, 'attachedAt'> {
  readonly paper: string;
  readonly attachedAt: Date;
}

const SELECT = `SELECT t.id, t.power_code AS power, t.applicant, t.opened_on::text AS "openedOn",
    json_build_object('code', b.code, 'name', b.name, 'level', b.level) AS body,
    json_build_object('id', t.compound_id, 'name', v.name) AS compound, i.document_number AS "documentNumber",
    (SELECT json_agg(json_build_object('step', s.step, 'on', s.on_day) ORDER BY s.sequence) FROM act_step s
      WHERE s.city_id = t.city_id AND s.act_id = t.id) AS steps
  FROM ${CASES}
  LEFT JOIN act_issue i ON i.city_id = t.city_id AND i.id = t.id`;

/** Cases as lists and as a whole. */
@Injectable()
export class ActQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly files: CaseFiles,
    private readonly openCases: OpenCases,
  ) {}

  /** One page, newest first; of open cases the soonest due first. @throws DomainError `area.not-found` */
  async list(principal: Principal, filter: ActFilter): Promise<Page<ActBrief>> {
    if (filter.show === 'open') {
      const { ids, next } = await this.openCases.page(principal, filter);
      return { items: [...(await this.briefs(principal, ids))], next };
    }
    if (filter.after !== null && !isUUID(filter.after)) throw foreignCursor();
    const limit = filter.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const area = filter.area === null ? null : await this.areas.byCode(manager, cityId, filter.area);
      const scoped = scopeCondition(compoundScope(principal, 'act.read'), 8);
      const rows = await manager.query<Row[]>(
        `${SELECT} WHERE t.city_id = $1 AND ($2::text IS NULL OR t.power_code = $2)
           AND ($3::text IS NULL OR b.path LIKE $3) AND ($4::uuid IS NULL OR t.id < $4)
           AND ($5::text IS NULL OR EXISTS (SELECT 1 FROM act_step s
             WHERE s.city_id = t.city_id AND s.act_id = t.id AND s.step IN ${CLOSING}))
           AND ($7::uuid IS NULL OR t.compound_id = $7) AND ${scoped.text} ORDER BY t.id DESC LIMIT $6`,
        [
          cityId,
          filter.power,
          area ? `${area.path}%` : null,
          filter.after,
          filter.show,
          limit + 1,
          filter.compound,
          ...scoped.parameters,
        ],
      );
      const limits = await limitsOn(manager, cityId, this.clock.today());
      const page = pageOf(rows, limit, (row) => row.id);
      return { items: page.items.map((row) => this.brief(row, limits.get(row.power) ?? 0)), next: page.next };
    });
  }

  /** @throws DomainError `act.not-found` */
  async one(principal: Principal, id: string, language: Language): Promise<ActResponse> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      const rows = await manager.query<Row[]>(`${SELECT} WHERE t.city_id = $1 AND t.id = $2`, [principal.cityId, id]);
      const at = { cityId: principal.cityId, actId: id };
      const issue = await manager.findOneBy(ActIssue, { cityId: principal.cityId, id });
      const record = await manager.findOneBy(ActRecord, at);
      return {
        ...this.brief(rows[0] as Row, file.power.limitWorkingDays),
        ...detailOf(file, await this.scansOf(manager, file), language),
        issue: issue && record ? { ...pick(issue), recordKind: record.recordKind, recordId: record.recordId } : null,
      };
    });
  }

  /**
   * Ids of issued papers that the caller may see, among which a sample is drawn.
   * @throws DomainError `area.not-found`
   */
  async issuedIds(
    principal: Principal,
    { area, power }: { readonly area: string | null; readonly power: string | null },
    most: number,
  ): Promise<readonly string[]> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const within = area === null ? null : await this.areas.byCode(manager, cityId, area);
      const scoped = scopeCondition(compoundScope(principal, 'act.read'), 5);
      const rows = await manager.query<{ id: string }[]>(
        `SELECT shown.id FROM (${SELECT} WHERE t.city_id = $1 AND i.id IS NOT NULL
           AND ($2::text IS NULL OR t.power_code = $2) AND ($3::text IS NULL OR b.path LIKE $3)
           AND ${scoped.text} ORDER BY t.id LIMIT $4) shown`,
        [cityId, power, within ? `${within.path}%` : null, most, ...scoped.parameters],
      );
      return rows.map(({ id }) => id);
    });
  }

  /** Cases by their ids, in this order; the ids come from a question that was scoped already. */
  async briefs(principal: Principal, ids: readonly string[]): Promise<readonly ActBrief[]> {
    return this.database.transaction(principal, async (manager) => {
      const text = `${SELECT} WHERE t.city_id = $1 AND t.id = ANY($2::uuid[])`;
      const rows = await manager.query<Row[]>(text, [principal.cityId, ids]);
      const limits = await limitsOn(manager, principal.cityId, this.clock.today());
      const byId = new Map(rows.map((row) => [row.id, this.brief(row, limits.get(row.power) ?? 0)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    });
  }

  /** The scans of a case by their papers; a file that several people have sent keeps the name of the first. */
  private async scansOf(manager: EntityManager, { act }: CaseFile): Promise<ReadonlyMap<string, ActScanResponse>> {
    const rows = await manager.query<ScanRow[]>(
      `SELECT DISTINCT ON (p.paper) p.paper, p.file_id AS "fileId", u.name, u.media_type AS "mediaType",
         p.received_at AS "attachedAt", u.uploaded_by AS "attachedBy"
       FROM act_paper p JOIN file_upload u ON u.city_id = p.city_id AND u.file_id = p.file_id
       WHERE p.city_id = $1 AND p.act_id = $2 ORDER BY p.paper, u.uploaded_at, u.uploaded_by_id`,
      [act.cityId, act.id],
    );
    return new Map(
      rows.map(({ paper, attachedAt, ...scan }) => [paper, { ...scan, attachedAt: attachedAt.toISOString() }]),
    );
  }

  private brief(row: Row, limitWorkingDays: number): ActBrief {
    const steps: DatedStep[] = row.steps.map(({ step, on }) => ({ step, onDay: on }));
    const due = dueOf(steps, limitWorkingDays, STATE_COUNCIL_CALENDAR);
    const { id, power, compound, applicant, openedOn, documentNumber } = row;
    return {
      ...{ id, power, compound, applicant, openedOn, documentNumber },
      body: { code: row.body.code, name: officeName(row.body) },
      state: stateOf(steps.map(({ step }) => step)),
      dueOn: due?.day ?? null,
      isEstimated: due?.isEstimated ?? false,
      isOverdue: due !== null && due.day < this.clock.today(),
    };
  }
}

function pick({
  documentNumber,
  decision,
  issuedOn,
  signer,
}: ActIssue): Omit<NonNullable<ActResponse['issue']>, 'recordKind' | 'recordId'> {
  return { documentNumber, decision, issuedOn, signer };
}

type Detail = Pick<ActResponse, 'powerName' | 'legalBasis' | 'form' | 'amountFen' | 'papers' | 'steps'>;

function detailOf(
  { act, power, steps, papers }: CaseFile,
  scans: ReadonlyMap<string, ActScanResponse>,
  language: Language,
): Detail {
  const { fields, papers: asked } = procedureOf(power.code);
  return {
    powerName: power.name[language],
    legalBasis: power.legalBasis,
    amountFen: act.amountFen,
    form: fields.map(({ key, label }) => ({ key, label: label[language], value: act.form[key] ?? null })),
    papers: asked.map(({ key, label }) => {
      const handedIn = papers.some(({ paper }) => paper === key);
      return { paper: key, label: label[language], handedIn, scan: scans.get(key) ?? null };
    }),
    steps: steps.map(({ step, at, byName, byBody, note }) => {
      return { step, at: at.toISOString(), by: byName, body: byBody, note };
    }),
  };
}
