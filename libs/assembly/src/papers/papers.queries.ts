import type { EntityManager } from 'typeorm';
import type { PrintedSlip } from './documents/ballot-sheet.js';

/** Which slips are printed; null for all that are out. */
export interface SlipChoice {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly slips: readonly string[] | null;
}

/** The slips that are out, in the order in which they are carried from door to door. */
export async function slipsToPrint(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
  { building, stairway, slips }: SlipChoice,
): Promise<readonly PrintedSlip[]> {
  return manager.query<PrintedSlip[]>(
    `SELECT s.number, e.label, e.heads, e.weight::text AS weight FROM paper_slip s
     JOIN roll_entry e ON e.city_id = s.city_id AND e.assembly_id = s.assembly_id AND e.party_id = s.party_id
       AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)
     WHERE s.city_id = $1 AND s.assembly_id = $2
       AND NOT EXISTS (SELECT 1 FROM paper_slip_step r WHERE r.city_id = $1 AND r.slip_id = s.id AND r.step = 'return')
       AND (SELECT count(*) FROM paper_slip_step v WHERE v.city_id = $1 AND v.slip_id = s.id AND v.step = 'void') < 2
       AND ($3::text IS NULL OR e.building = $3) AND ($4::text IS NULL OR e.stairway = $4)
       AND ($5::text[] IS NULL OR s.number = ANY($5))
     ORDER BY e.building NULLS LAST, e.stairway NULLS LAST, s.number`,
    [cityId, id, building, stairway, slips],
  );
}
