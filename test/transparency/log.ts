import { AuditLog, Database } from '#libs/platform';
import { Sealer } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { TestApp } from '../support/app.js';
import type { TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';

/** What a test does to a log and asks of it, in one city. */
export interface TestLog {
  /** Writes one audit line in a transaction of its own, or in the one given. */
  note(subjectId: string, manager?: EntityManager): Promise<void>;
  seal(): Promise<number>;
  /** Subjects of the test's lines in the order of their leaves. */
  sealed(): Promise<string[]>;
  /** Lines without a leaf, leaves out of the row, leaves without a line: all none in a sound log. */
  faults(): Promise<{ unsealed: number; outOfRow: number; lineless: number }>;
  rows<T>(text: string, parameters?: unknown[]): Promise<T[]>;
}

const FAULTS = `SELECT
  (SELECT count(*)::int FROM (SELECT id FROM audit_line EXCEPT SELECT source_id FROM log_leaf) x) AS unsealed,
  (SELECT count(*)::int FROM (SELECT leaf_index, row_number() OVER (ORDER BY leaf_index) - 1 AS place FROM log_leaf) x
     WHERE leaf_index <> place) AS "outOfRow",
  (SELECT count(*)::int FROM (SELECT source_id FROM log_leaf EXCEPT SELECT id FROM audit_line) x) AS lineless`;

export function logOf(test: TestApp, city: TestCity): TestLog {
  const log = test.app.get(AuditLog);
  const write = (subjectId: string, manager: EntityManager): Promise<void> =>
    log.record(manager, city.operator, { action: 'test.note', subjectKind: 'test', subjectId });
  const rows = <T>(text: string, parameters: unknown[] = []): Promise<T[]> => rowsOf<T>(test, city, text, parameters);
  return {
    note: (subjectId, manager) =>
      manager
        ? write(subjectId, manager)
        : test.app.get(Database).transaction(city.operator, (own) => write(subjectId, own)),
    seal: () => test.app.get(Sealer).sealNext(city.operator),
    sealed: async () => {
      const found = await rows<{ subject: string }>(
        `SELECT line.subject_id AS subject FROM log_leaf leaf JOIN audit_line line ON line.id = leaf.source_id
         WHERE line.action = 'test.note' ORDER BY leaf.leaf_index`,
      );
      return found.map(({ subject }) => subject);
    },
    faults: async () => {
      const [found] = await rows<{ unsealed: number; outOfRow: number; lineless: number }>(FAULTS);
      return found as { unsealed: number; outOfRow: number; lineless: number };
    },
    rows,
  };
}

export const SOUND = { unsealed: 0, outOfRow: 0, lineless: 0 };
