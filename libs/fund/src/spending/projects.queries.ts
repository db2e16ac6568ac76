import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { CompoundScopes, scopeCondition } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { ProjectStep } from '../domain/spending-state.js';
import type { Emergency, Use } from '../domain/uses.js';
import { quotesOf, type QuoteRow } from './contracts/quote-writer.js';

export interface StepRow {
  readonly step: ProjectStep;
  readonly onDay: Day;
  readonly by: string;
  readonly note: string | null;
  readonly agrees: boolean | null;
  readonly number: string | null;
  readonly counterparty: string | null;
  readonly creditCode: string | null;
  readonly amount: string | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly kind: 'resolution' | 'act';
  readonly document: string;
  readonly decidedOn: Day;
  readonly amount: string;
  /** What projects under it have drawn. */
  readonly drawn: string;
}

export interface PaymentRow {
  readonly id: string;
  readonly amount: string;
  readonly payee: string;
  readonly memo: string;
  readonly askedAt: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly approvals: readonly { readonly id: string; readonly name: string; readonly at: string }[];
  readonly rejected: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly entry: {
    readonly id: string;
    readonly number: string;
    readonly day: Day;
    readonly isReversed: boolean;
  } | null;
}

/** A project with all that happened to it; amounts in fen, as text. */
export interface ProjectRow {
  readonly id: string;
  readonly compound: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly use: Use;
  readonly reason: string;
  readonly amount: string;
  readonly beneficiary: string | null;
  readonly emergency: Emergency | null;
  readonly appliedOn: Day;
  readonly applicantId: string;
  readonly applicant: string;
  readonly steps: readonly StepRow[];
  readonly decision: DecisionRow | null;
  readonly quotes: readonly QuoteRow[];
  readonly payments: readonly PaymentRow[];
  readonly source: string | null;
  readonly setAsideOn: Day | null;
  readonly aside: string;
  readonly paid: string;
}

const STEPS = `(SELECT coalesce(json_agg(json_build_object('step', s.step, 'onDay', s.on_day::text, 'by', s.by_name,
    'note', s.note, 'agrees', s.agrees, 'number', s.number, 'counterparty', s.counterparty, 'creditCode', s.credit_code,
    'amount', s.amount::text) ORDER BY s.at), '[]') FROM fund_project_step s
  WHERE s.city_id = t.city_id AND s.project_id = t.id)`;
const DECISION = `(SELECT json_build_object('id', d.id, 'kind', d.kind, 'document', d.document, 'decidedOn',
    d.decided_on::text, 'amount', d.amount::text, 'drawn', (SELECT coalesce(sum(w.drawn), 0)::text
      FROM fund_project_step u CROSS JOIN LATERAL (SELECT sum(w.amount) AS drawn FROM fund_draws(u.city_id) w
        WHERE w.project_id = u.project_id) w
      WHERE u.city_id = d.city_id AND u.decision_id = d.id AND u.step = 'decision')) FROM fund_project_step s
  JOIN fund_decision d ON d.city_id = s.city_id AND d.id = s.decision_id
  WHERE s.city_id = t.city_id AND s.project_id = t.id AND s.step = 'decision')`;
const PAYMENTS = `(SELECT coalesce(json_agg(json_build_object('id', y.id, 'amount', y.amount::text, 'payee', y.payee,
    'memo', y.memo, 'askedAt', y.at, 'askedById', y.by_id, 'askedBy', y.by_name,
    'approvals', (SELECT coalesce(json_agg(json_build_object('id', a.by_id, 'name', a.by_name, 'at', a.at)
      ORDER BY a.position), '[]') FROM fund_payment_approval a WHERE a.city_id = y.city_id AND a.payment_id = y.id),
    'rejected', (SELECT json_build_object('reason', r.reason, 'by', r.by_name, 'at', r.at)
      FROM fund_payment_rejection r WHERE r.city_id = y.city_id AND r.payment_id = y.id),
    'entry', (SELECT json_build_object('id', e.id, 'number', e.number::text, 'day', e.day::text, 'isReversed',
        EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id
          AND v.reverses = e.id)) FROM fund_payment_posting o
      JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
      WHERE o.city_id = y.city_id AND o.payment_id = y.id)) ORDER BY y.at, y.id), '[]')
  FROM fund_payment y WHERE y.city_id = t.city_id AND y.project_id = t.id)`;

const PROJECTS = `
  SELECT t.id, json_build_object('id', t.compound_id, 'name', v.name) AS compound, t.title, t.use_code AS use, t.reason,
    t.amount::text, t.beneficiary, t.emergency, t.applied_on::text AS "appliedOn", t.by_id AS "applicantId",
    t.by_name AS applicant, ${STEPS} AS steps, ${DECISION} AS decision,
    ${quotesOf('project_id', 't')} AS quotes, ${PAYMENTS} AS payments, h.source,
    h.first::text AS "setAsideOn", coalesce(w.aside, 0)::text AS aside, coalesce(w.paid, 0)::text AS paid
  FROM fund_project t
  JOIN LATERAL (SELECT v.city_id, v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
  LEFT JOIN LATERAL (SELECT sum(w.amount) FILTER (WHERE NOT w.is_paid) AS aside,
    sum(w.amount) FILTER (WHERE w.is_paid) AS paid FROM fund_draws(t.city_id) w WHERE w.project_id = t.id) w ON true
  LEFT JOIN LATERAL (SELECT min(h.source) AS source,
      min((l.held_at AT TIME ZONE 'Asia/Shanghai')::date) AS first FROM fund_project_hold h
    JOIN ledger_hold l ON l.city_id = h.city_id AND l.id = h.hold_id AND l.book_id = h.book_id
    WHERE h.city_id = t.city_id AND h.project_id = t.id) h ON true`;

/** Payments that are neither made nor rejected. */
const WAITS = `EXISTS (SELECT 1 FROM fund_payment y WHERE y.city_id = t.city_id AND y.project_id = t.id
  AND NOT EXISTS (SELECT 1 FROM fund_payment_posting o WHERE o.city_id = y.city_id AND o.payment_id = y.id)
  AND NOT EXISTS (SELECT 1 FROM fund_payment_rejection r WHERE r.city_id = y.city_id AND r.payment_id = y.id))`;

/** One project, whoever asks; null where there is none. */
export async function projectRow(manager: EntityManager, cityId: number, id: string): Promise<ProjectRow | null> {
  const [row] = await manager.query<ProjectRow[]>(`${PROJECTS} WHERE t.city_id = $1 AND t.id = $2`, [cityId, id]);
  return row ?? null;
}

/** What the fund did for one compound, in fen. */
export interface CompoundSum {
  readonly id: string;
  readonly name: string;
  readonly projects: number;
  readonly aside: string;
  readonly paid: string;
}

/** Every compound that asked for something, what it got most first. */
export async function sumsOfCompounds(manager: EntityManager, cityId: number): Promise<readonly CompoundSum[]> {
  return manager.query<CompoundSum[]>(
    `SELECT p.compound ->> 'id' AS id, p.compound ->> 'name' AS name, count(*)::int AS projects,
       sum(p.aside::numeric)::text AS aside, sum(p.paid::numeric)::text AS paid
     FROM (${PROJECTS} WHERE t.city_id = $1) p GROUP BY 1, 2 ORDER BY sum(p.paid::numeric) DESC, 2`,
    [cityId],
  );
}

/** Projects of the whole city, or of one compound, whoever asks; the newest first. */
export async function listProjects(
  manager: EntityManager,
  cityId: number,
  { compound, after, limit }: Pick<ProjectsAsked, 'compound' | 'after'> & { readonly limit: number },
): Promise<readonly ProjectRow[]> {
  return manager.query<ProjectRow[]>(
    `${PROJECTS} WHERE t.city_id = $1 AND ($2::uuid IS NULL OR t.compound_id = $2) AND ($3::uuid IS NULL OR t.id < $3)
     ORDER BY t.id DESC LIMIT $4`,
    [cityId, compound, after, limit],
  );
}

export interface ProjectsAsked {
  readonly compound: string | null;
  readonly isWaiting: boolean;
  readonly after: string | null;
  readonly limit: number | null;
}

/** Projects of the compounds that somebody sees. */
@Injectable()
export class ProjectQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
  ) {}

  /** The newest first. */
  async list(principal: Principal, { compound, isWaiting, after, limit }: ProjectsAsked): Promise<Page<ProjectRow>> {
    const most = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'fund.read'), 6);
      const rows = await manager.query<ProjectRow[]>(
        `${PROJECTS} WHERE t.city_id = $1 AND ($2::uuid IS NULL OR t.compound_id = $2)
           AND ($3::uuid IS NULL OR t.id < $3) AND (NOT $4::boolean OR ${WAITS}) AND ${scoped.text}
         ORDER BY t.id DESC LIMIT $5`,
        [principal.cityId, compound, after, isWaiting, most + 1, ...scoped.parameters],
      );
      return pageOf(rows, most, ({ id }) => id);
    });
  }
}
