import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes, scopeCondition } from '#libs/registry';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { announceBy } from '../counting/after-days.js';
import { limitsOn } from '../domain/assembly/timetable.js';

export interface OverdueResult {
  readonly id: string;
  readonly title: string;
  readonly compound: { readonly id: string; readonly name: string };
  readonly closedOn: Day;
  /** The last day on which it would have been in time. */
  readonly dueOn: Day;
}

interface Row extends Omit<OverdueResult, 'dueOn'> {
  readonly noticedOn: Day;
}

/** Votes that ended without a result for everybody, with what their number of days hangs on. */
const UNPUBLISHED = `
  SELECT t.id, t.title, json_build_object('id', t.compound_id, 'name', v.name) AS compound,
    (coalesce(x.closes_at, n.closes_at) AT TIME ZONE 'Asia/Shanghai')::date::text AS "closedOn",
    n.on_day::text AS "noticedOn"
  FROM assembly_step n
  JOIN assembly t ON t.city_id = n.city_id AND t.id = n.assembly_id
  LEFT JOIN assembly_step x ON x.city_id = n.city_id AND x.assembly_id = n.assembly_id AND x.step = 'extension'
  JOIN LATERAL (SELECT v.city_id, v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
  WHERE n.city_id = $1 AND n.step = 'notice' AND NOT t.is_rehearsal AND coalesce(x.closes_at, n.closes_at) < $2
    AND NOT EXISTS (SELECT 1 FROM assembly_step e WHERE e.city_id = n.city_id AND e.assembly_id = n.assembly_id
      AND e.step IN ('publication', 'cancellation'))`;
const MOST = 200;

/** 逾期未公布: results whose last day of announcement is over; the longest overdue first. */
@Injectable()
export class OverdueResultQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  async list(principal: Principal): Promise<readonly OverdueResult[]> {
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'assembly.read'), 3);
      const rows = await manager.query<Row[]>(`${UNPUBLISHED} AND ${scoped.text} ORDER BY 4, t.id LIMIT ${MOST}`, [
        principal.cityId,
        this.clock.now(),
        ...scoped.parameters,
      ]);
      if (rows.length === 0) return [];
      const pack = await rulesOfCity(manager, principal.cityId);
      return rows
        .map(({ noticedOn, ...row }) => ({ ...row, dueOn: announceBy(row.closedOn, limitsOn(pack, noticedOn)) }))
        .filter(({ dueOn }) => dueOn < today);
    });
  }
}
