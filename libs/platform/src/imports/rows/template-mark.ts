import { shownText } from '../cells/raw-cell.js';
import type { RawTable } from '../reading/raw-table.js';

/** What a template says about itself on its notes sheet, so that a file filled in years ago is known for what it is. */
export interface TemplateMark {
  readonly kind: string;
  readonly version: number;
  /** The list that the rows belong to; given in error workbooks, so that mended rows go back where they came from. */
  readonly listName: string | null;
}

/** Labels of the first lines of the notes sheet. */
export const MARK_LABELS = { kind: '模板编号', version: '模板版本', listName: '名单名称' } as const;

/** The lines that open a notes sheet. */
export function markLines(mark: TemplateMark): string[][] {
  const lines = [
    [MARK_LABELS.kind, mark.kind],
    [MARK_LABELS.version, String(mark.version)],
  ];
  return mark.listName === null ? lines : [...lines, [MARK_LABELS.listName, mark.listName]];
}

/** Reads the mark from the sheet that carries it; null where none does. */
export function readMark(tables: readonly RawTable[]): { mark: TemplateMark; table: RawTable } | null {
  for (const table of tables) {
    const said = new Map(table.head.map((row) => [shownText(row.cells[0]), shownText(row.cells[1]).trim()]));
    const kind = said.get(MARK_LABELS.kind);
    if (!kind) continue;
    const mark = {
      kind,
      version: Number(said.get(MARK_LABELS.version) ?? 0) || 0,
      listName: said.get(MARK_LABELS.listName) || null,
    };
    return { mark, table };
  }
  return null;
}
