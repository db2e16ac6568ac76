import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes, scopeCondition } from '#libs/registry';
import { isOverdue, itemState, type HandoverState } from '../domain/handover.js';

export interface ShownSignature {
  readonly side: 'from' | 'to';
  readonly signer: string;
  readonly onDay: Day;
  readonly note: string | null;
  readonly fileId: string | null;
}

export interface ShownItem {
  readonly id: string;
  readonly name: string;
  readonly state: HandoverState;
  readonly signatures: readonly ShownSignature[];
}

export interface ShownHandover {
  readonly id: string;
  readonly compound: { readonly id: string; readonly name: string };
  readonly fromName: string;
  readonly toName: string;
  readonly endedOn: Day;
  readonly dueOn: Day;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
  readonly items: readonly ShownItem[];
}

interface Row extends Omit<ShownHandover, 'items' | 'isDone' | 'isOverdue'> {
  readonly items: readonly Omit<ShownItem, 'state'>[];
}

const HANDOVERS = `
  SELECT t.id, json_build_object('id', t.compound_id, 'name', v.name) AS compound, t.from_name AS "fromName",
    t.to_name AS "toName", t.ended_on::text AS "endedOn", t.due_on::text AS "dueOn",
    (SELECT json_agg(json_build_object('id', i.id, 'name', i.name, 'signatures', coalesce((SELECT json_agg(
        json_build_object('side', s.side, 'signer', s.signer, 'onDay', s.on_day::text, 'note', s.note,
          'fileId', s.file_id) ORDER BY s.at)
        FROM handover_signature s WHERE s.city_id = i.city_id AND s.item_id = i.id), '[]')) ORDER BY i.position)
      FROM handover_item i WHERE i.city_id = t.city_id AND i.handover_id = t.id) AS items
  FROM handover t
  JOIN LATERAL (SELECT v.city_id, v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id`;
const OPEN = `EXISTS (SELECT 1 FROM handover_item i WHERE i.city_id = t.city_id AND i.handover_id = t.id
  AND NOT EXISTS (SELECT 1 FROM handover_signature s
    WHERE s.city_id = i.city_id AND s.item_id = i.id AND s.side = 'to'))`;
const MOST = 200;

/** Hand-overs with what is still missing; those past their day are what the street looks for. */
@Injectable()
export class HandoverQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  async list(
    principal: Principal,
    { compound, isOverdueOnly }: { readonly compound: string | null; readonly isOverdueOnly: boolean },
  ): Promise<readonly ShownHandover[]> {
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'assembly.read'), 5);
      const rows = await manager.query<Row[]>(
        `${HANDOVERS} WHERE t.city_id = $1 AND ($2::uuid IS NULL OR t.compound_id = $2)
           AND (NOT $3::boolean OR (t.due_on < $4 AND ${OPEN})) AND ${scoped.text}
         ORDER BY t.ended_on DESC, t.id DESC LIMIT ${MOST}`,
        [principal.cityId, compound, isOverdueOnly, today, ...scoped.parameters],
      );
      return rows.map((row) => toldOn(row, today));
    });
  }
}

function toldOn({ items, ...row }: Row, today: Day): ShownHandover {
  const told = items.map((item) => ({ ...item, state: itemState(item.signatures.map(({ side }) => side)) }));
  const isDone = told.every(({ state }) => state === 'done');
  return { ...row, items: told, isDone, isOverdue: isOverdue(today, row.dueOn, isDone) };
}
