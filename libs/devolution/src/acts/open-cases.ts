import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, foreignCursor, pageOf } from '#libs/platform';
import { AreaTree, compoundScope, scopeCondition } from '#libs/registry';
import type { ActStep } from '../domain/acts/act-state.js';
import { dueOf } from '../domain/acts/clock.js';
import { CASES, CLOSING, limitsOn } from './act-rows.js';
import type { ActFilter } from './acts.queries.js';
import { STATE_COUNCIL_CALENDAR } from './holidays.js';

interface OpenRow {
  readonly id: string;
  readonly power: string;
  readonly steps: readonly { readonly step: ActStep; readonly onDay: Day }[];
}

const PLACE = /^\d{4}-\d{2}-\d{2}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The desk of an office: what is open, in the order in which it is due. */
@Injectable()
export class OpenCases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
  ) {}

  /**
   * Ids of one page, the soonest due first, and last those that wait for the applicant or stand still. The due day is
   * counted in working days and not stored, so all open cases of the filter are read; a street has dozens.
   * @throws DomainError `area.not-found`, `request.invalid` for a cursor that no page gave
   */
  async page(
    principal: Principal,
    { area, compound, power, after, limit }: ActFilter,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
    if (after !== null && !PLACE.test(after)) throw foreignCursor();
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const within = area === null ? null : await this.areas.byCode(manager, cityId, area);
      const scoped = scopeCondition(compoundScope(principal, 'act.read'), 5);
      const rows = await manager.query<OpenRow[]>(
        `SELECT t.id, t.power_code AS power, s.steps FROM ${CASES}
         JOIN LATERAL (SELECT bool_or(s.step IN ${CLOSING}) AS closed,
             json_agg(json_build_object('step', s.step, 'onDay', s.on_day) ORDER BY s.sequence) AS steps
           FROM act_step s WHERE s.city_id = t.city_id AND s.act_id = t.id) s ON NOT s.closed
         WHERE t.city_id = $1 AND ($2::text IS NULL OR t.power_code = $2) AND ($3::text IS NULL OR b.path LIKE $3)
           AND ($4::uuid IS NULL OR t.compound_id = $4) AND ${scoped.text}`,
        [cityId, power, within ? `${within.path}%` : null, compound, ...scoped.parameters],
      );
      const limits = await limitsOn(manager, cityId, this.clock.today());
      const places = rows
        .map(({ id, ...row }) => `${dueDayOf(row, limits.get(row.power) ?? 0)}:${id}`)
        .filter((place) => after === null || place > after)
        .sort();
      const page = pageOf(places, limit ?? DEFAULT_LIMIT, (place) => place);
      return { ids: page.items.map((place) => place.slice(place.indexOf(':') + 1)), next: page.next };
    });
  }
}

/** The due day, or a day after all others while nothing is due. */
function dueDayOf({ steps }: Pick<OpenRow, 'steps'>, limitWorkingDays: number): Day {
  return dueOf(steps, limitWorkingDays, STATE_COUNCIL_CALENDAR)?.day ?? '9999-12-31';
}
