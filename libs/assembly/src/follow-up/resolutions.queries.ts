import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes, scopeCondition } from '#libs/registry';
import { isOverdue } from '../domain/handover.js';

export interface ShownTask {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day;
  readonly done: { readonly onDay: Day; readonly note: string; readonly fileId: string | null } | null;
  readonly isOverdue: boolean;
}

export interface ShownResolution {
  readonly id: string;
  readonly assemblyId: string;
  readonly compound: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly choice: string | null;
  readonly matters: readonly string[];
  readonly adoptedOn: Day;
  readonly tasks: readonly ShownTask[];
}

interface Row extends Omit<ShownResolution, 'tasks'> {
  readonly tasks: readonly Omit<ShownTask, 'isOverdue'>[];
}

const RESOLUTIONS = `
  SELECT t.id, t.assembly_id AS "assemblyId", json_build_object('id', t.compound_id, 'name', v.name) AS compound,
    t.title, t.choice, t.matters, t.adopted_on::text AS "adoptedOn",
    (SELECT coalesce(json_agg(json_build_object('id', k.id, 'what', k.what, 'who', k.who, 'dueOn', k.due_on::text,
        'done', CASE WHEN c.task_id IS NOT NULL THEN json_build_object('onDay', c.done_on::text, 'note', c.note,
          'fileId', c.file_id) END) ORDER BY k.due_on, k.id), '[]')
      FROM resolution_task k
      LEFT JOIN resolution_task_completion c ON c.city_id = k.city_id AND c.task_id = k.id
      WHERE k.city_id = t.city_id AND k.resolution_id = t.id) AS tasks
  FROM resolution t
  JOIN LATERAL (SELECT v.city_id, v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id`;
const LATE = `EXISTS (SELECT 1 FROM resolution_task k WHERE k.city_id = t.city_id AND k.resolution_id = t.id
  AND k.due_on < $5 AND NOT EXISTS (SELECT 1 FROM resolution_task_completion c
    WHERE c.city_id = k.city_id AND c.task_id = k.id))`;
const MOST = 200;

export interface ResolutionFilter {
  readonly assembly: string | null;
  readonly compound: string | null;
  readonly isOverdueOnly: boolean;
}

/** 决议 with what is to be done about each; what is past its day is what the street looks for. */
@Injectable()
export class ResolutionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  async list(principal: Principal, filter: ResolutionFilter): Promise<readonly ShownResolution[]> {
    const { assembly, compound, isOverdueOnly } = filter;
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'assembly.read'), 6);
      const rows = await manager.query<Row[]>(
        `${RESOLUTIONS} WHERE t.city_id = $1 AND ($2::uuid IS NULL OR t.assembly_id = $2)
           AND ($3::uuid IS NULL OR t.compound_id = $3) AND (NOT $4::boolean OR ${LATE}) AND ${scoped.text}
         ORDER BY t.adopted_on DESC, t.id DESC LIMIT ${MOST}`,
        [principal.cityId, assembly, compound, isOverdueOnly, today, ...scoped.parameters],
      );
      return rows.map(({ tasks, ...row }) => ({
        ...row,
        tasks: tasks.map((task) => ({ ...task, isOverdue: isOverdue(today, task.dueOn, task.done !== null) })),
      }));
    });
  }
}
