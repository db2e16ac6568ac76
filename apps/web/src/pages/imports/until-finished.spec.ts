import { describe, expect, it } from '@jest/globals';
import type { ImportAnswer, ImportReport } from '../../api/import-types.js';
import { untilFinished } from './until-finished.js';

const running = (rows: number): ImportAnswer => ({
  id: 'i1',
  status: 'running',
  progress: { rows, accepted: rows, rejected: 0, share: 0.5 },
});

const report = (status: ImportReport['status'], rows = 0): ImportReport => ({
  id: 'i1',
  kind: 'compounds',
  list: 'l',
  fileName: 'f.csv',
  asOf: '2026-11-24',
  status,
  dryRun: true,
  rows,
  accepted: 0,
  unchanged: 0,
  extraColumns: [],
  claims: null,
  refusal: null,
  startedAt: '2026-11-24T00:00:00Z',
  startedBy: 'x',
  undoneAt: null,
  rejected: [],
  warnings: [],
  duplicates: [],
});

describe('following an import', () => {
  it('asks nothing when the first answer is the last', async () => {
    const never = (): Promise<ImportAnswer> => Promise.reject(new Error('asked'));
    expect((await untilFinished(report('done', 3), never, () => undefined)).rows).toBe(3);
  });

  it('tells each step until it is no longer running', async () => {
    const told: number[] = [];
    const answers = [report('done', 9)];
    const read = (): Promise<ImportAnswer> => Promise.resolve(answers.shift() as ImportReport);
    const last = await untilFinished(running(4), read, ({ progress }) => told.push(progress.rows));
    expect([told, last.rows]).toEqual([[4], 9]);
  });
});
