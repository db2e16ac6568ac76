import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RowIssue } from './row-issue.js';
import { planRecords, withoutRepeats, type KnownRecord, type RecordDraft } from './record-plan.js';

type Values = { readonly number: string; readonly note: string | null };

function draft(row: number, number: string, note: string | null, links = [number]): RecordDraft<Values> {
  return { row, keys: links.map((link) => `${number}|${link}`), values: { number, note }, links };
}

function knownFrom(drafts: readonly RecordDraft<Values>[]): KnownRecord<Values>[] {
  return drafts.map(({ keys, values, links }, index) => ({ recordId: `r${index}`, keys, values, links }));
}

describe('what a list changes', () => {
  it('inserts what is unknown, updates what differs, leaves what is equal', () => {
    const known = knownFrom([draft(1, 'A', 'x'), draft(2, 'B', 'x')]);
    const plan = planRecords(known, [draft(1, 'A', 'x'), draft(2, 'B', 'y'), draft(3, 'C', 'x')]);
    expect(plan.unchanged).toEqual([1]);
    expect(plan.updates.map(({ recordId, draft: { values } }) => [recordId, values.note])).toEqual([['r1', 'y']]);
    expect(plan.inserts.map(({ row }) => row)).toEqual([3]);
  });

  it('keeps what the list is silent about', () => {
    const plan = planRecords(knownFrom([draft(1, 'A', 'x')]), [draft(1, 'A', null)]);
    expect(plan.unchanged).toEqual([1]);
  });

  it('adds compounds to a record and never takes one away', () => {
    const known = knownFrom([draft(1, 'A', 'x', ['p', 'q'])]);
    expect(planRecords(known, [draft(1, 'A', 'x', ['q'])]).unchanged).toEqual([1]);
    expect(planRecords(known, [draft(1, 'A', 'x', ['q', 's'])]).updates[0]?.draft.links).toEqual(['p', 'q', 's']);
  });

  it('takes the first of two rows of one record; the second says the same, or is rejected', () => {
    const issues: RowIssue[] = [];
    const told = [draft(1, 'A', 'x'), draft(2, 'A', 'y'), draft(3, 'B', 'x'), draft(4, 'B', 'x'), draft(5, 'B', null)];
    const { drafts, repeats } = withoutRepeats(told, issues);
    expect(drafts.map(({ row }) => row)).toEqual([1, 3]);
    expect(repeats).toEqual([4, 5]);
    expect(issues.map(({ severity, row, params }) => [severity, row, params.firstRow])).toEqual([
      ['rejected', 2, 1],
      ['duplicate', 4, 3],
      ['duplicate', 5, 3],
    ]);
  });

  it('finds nothing to do when the same list comes again', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.option(fc.string())), {
      selector: ([number]) => number,
    });
    fc.assert(
      fc.property(rows, (pairs) => {
        const drafts = pairs.map(([number, note], index) => draft(index, number, note));
        const first = planRecords([], drafts);
        const again = planRecords(knownFrom(first.inserts), drafts);
        expect(again).toEqual({ inserts: [], updates: [], unchanged: drafts.map(({ row }) => row) });
      }),
    );
  });
});
