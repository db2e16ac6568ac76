import type { Day } from '#libs/kernel';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { CompoundFacts } from '../domain/compounds/compound-facts.js';
import type { Writing } from '../writing.js';
import { planChange, type VersionPlan } from '../domain/compounds/version-plan.js';
import { CompoundVersion } from './compound-version.entity.js';
import { insertVersions, supersede, type VersionRow } from './compound-rows.js';

/** Who changes facts, why, and from which row of which import when a list says so. */
export interface ChangeSource {
  readonly by: string;
  readonly reason: string;
  readonly importId: string | null;
  readonly importRow: number | null;
}

/** A planned change of one compound. */
export interface PlannedChange {
  readonly compoundId: string;
  readonly plan: VersionPlan<CompoundVersion>;
  readonly source: ChangeSource;
}

/** Waits until nobody else changes these compounds; in one order, so that two callers never wait for each other. */
export async function lockCompounds(
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = (await manager.query(
    'SELECT id FROM compound WHERE city_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
    [cityId, ids],
  )) as { id: string }[];
  return rows.map((row) => row.id);
}

/** The versions of each compound as they are known now, by day. */
export async function historiesOf(
  manager: EntityManager,
  cityId: number,
  compoundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CompoundVersion[]>> {
  const where = { cityId, compoundId: In([...compoundIds]), supersededAt: IsNull() };
  const rows =
    compoundIds.length === 0 ? [] : await manager.find(CompoundVersion, { where, order: { validFrom: 'ASC' } });
  const histories = new Map<string, CompoundVersion[]>();
  for (const row of rows) {
    const history = histories.get(row.compoundId);
    if (history) history.push(row);
    else histories.set(row.compoundId, [row]);
  }
  return histories;
}

/** Plans one change; the plan is empty when nothing would differ. */
export function plannedChange(
  history: readonly CompoundVersion[],
  change: { readonly patch: Partial<CompoundFacts>; readonly from: Day; readonly source: ChangeSource },
): PlannedChange {
  const compoundId = history[0]?.compoundId ?? '';
  return { compoundId, plan: planChange(history, change.patch, change.from), source: change.source };
}

function rowsOf(change: PlannedChange, nextId: () => string): VersionRow[] {
  return change.plan.begins.map(({ facts, validFrom, validTo, of, changed }) => ({
    facts,
    id: nextId(),
    compoundId: change.compoundId,
    validFrom,
    validTo,
    recordedBy: changed ? change.source.by : of.recordedBy,
    reason: changed ? change.source.reason : of.reason,
    importId: changed ? change.source.importId : of.importId,
    importRow: changed ? change.source.importRow : of.importRow,
  }));
}

/** Writes any number of planned changes with a few statements. */
export async function writeChanges(
  manager: EntityManager,
  writing: Writing,
  { changes, nextId }: { readonly changes: readonly PlannedChange[]; readonly nextId: () => string },
): Promise<void> {
  const ended = changes.flatMap((change) => change.plan.ends.map((version) => version.id));
  await supersede(manager, writing, { table: 'compound_version', ids: ended });
  await insertVersions(
    manager,
    writing,
    changes.flatMap((change) => rowsOf(change, nextId)),
  );
}
