import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import { missingOf, type Readiness } from '../domain/delegation/readiness.js';
import { officeName } from '../domain/body.js';
import type { BodyLevel } from '../domain/catalogue/power.js';
import type { BodyResponse, DelegationResponse } from './delegations.dto.js';
import { seenDelegations } from './seen-delegations.js';

export interface DelegationFilter {
  readonly power: string | null;
  readonly area: string | null;
  readonly after: string | null;
  readonly limit: number | null;
}

interface AreaWords {
  readonly code: string;
  readonly name: string;
  readonly level: BodyLevel;
}

type Row = Omit<DelegationResponse, 'from' | 'to' | 'area' | 'missing' | 'standing' | 'acceptedAt' | 'endedAt'> & {
  readonly from: AreaWords;
  readonly to: AreaWords;
  readonly area: AreaWords;
  readonly readiness: Readiness | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
};

const WORDS = (alias: string): string =>
  `json_build_object('code', ${alias}.code, 'name', ${alias}.name, 'level', ${alias}.level)`;

/** Steps of one kind: there is at most one of them for each delegation. */
const STEP = (kinds: string): string => `SELECT s.reason, s.readiness FROM delegation_step s
  WHERE s.city_id = d.city_id AND s.delegation_id = d.id AND s.kind IN (${kinds}) LIMIT 1`;

function standingOf(row: Row, today: Day): DelegationResponse['standing'] {
  if (row.endedAt !== null) return 'ended';
  if (row.effectiveTo !== null && row.effectiveTo < today) return 'over';
  return row.acceptedAt === null || row.effectiveFrom > today ? 'pending' : 'held';
}

function body(words: AreaWords): BodyResponse {
  return { code: words.code, name: officeName(words) };
}

/** The delegations that somebody may see: those whose receiver lies in their area, or above it. */
@Injectable()
export class DelegationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
  ) {}

  /** One page, newest first. @throws DomainError `area.not-found` */
  async list(principal: Principal, filter: DelegationFilter): Promise<Page<DelegationResponse>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const area = filter.area === null ? null : await this.areas.byCode(manager, cityId, filter.area);
      const seen = seenDelegations(principal, 4);
      const rows = await manager.query<Row[]>(
        `SELECT d.id, d.power_code AS power, ${WORDS('f')} AS "from", ${WORDS('t')} AS "to", ${WORDS('a')} AS area,
           d.effective_from::text AS "effectiveFrom", d.effective_to::text AS "effectiveTo",
           d.legal_mode AS "legalMode", d.amount_limit_fen::text AS "amountLimitFen",
           d.document_number AS "documentNumber", d.accepted_at AS "acceptedAt", d.ended_at AS "endedAt",
           ending.reason AS "endReason", acceptance.readiness
         FROM delegation d
         JOIN area f ON f.city_id = d.city_id AND f.id = d.from_area_id
         JOIN area t ON t.city_id = d.city_id AND t.id = d.to_area_id
         JOIN area a ON a.city_id = d.city_id AND a.id = d.area_id
         LEFT JOIN LATERAL (${STEP(`'revocation', 'return'`)}) ending ON true
         LEFT JOIN LATERAL (${STEP(`'acceptance'`)}) acceptance ON true
         WHERE d.city_id = $1 AND ($2::text IS NULL OR d.power_code = $2) AND ($3::text IS NULL OR t.path LIKE $3)
           AND ${seen.text}
           AND ($5::uuid IS NULL OR d.id < $5)
         ORDER BY d.id DESC LIMIT $6`,
        [cityId, filter.power, area ? `${area.path}%` : null, ...seen.parameters, filter.after, limit + 1],
      );
      const page = pageOf(rows, limit, (row) => row.id);
      return { items: page.items.map((row) => this.present(row)), next: page.next };
    });
  }

  private present({ readiness, ...row }: Row): DelegationResponse {
    return {
      ...row,
      from: body(row.from),
      to: body(row.to),
      area: { code: row.area.code, name: row.area.name },
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      missing: readiness ? [...missingOf(readiness)] : null,
      standing: standingOf({ readiness, ...row }, this.clock.today()),
    };
  }
}
