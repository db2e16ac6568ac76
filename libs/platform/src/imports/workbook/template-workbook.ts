import type { IssueLanguage } from '../issue-texts.js';
import type { ImportColumn, ImportColumns } from '../rows/import-columns.js';
import type { ListShape } from '../rows/import-list.js';
import { markLines, type TemplateMark } from '../rows/template-mark.js';
import type { Bilingual } from '../cells/cell-type.js';
import { tableWorkbook, type TableSheet } from './table-workbook.js';

const WORDS = {
  zh: {
    fill: '填写',
    notes: '说明',
    required: '必填',
    columns: ['列名', '是否必填', '怎么填', '说明', '示例', '也认得的列名'],
    advice: '第一行是列名，请保留；第二行是示例，可以删除（不删也不会导入）。一行一条，多余的列会原样保存。',
  },
  en: {
    fill: 'List',
    notes: 'Notes',
    required: 'required',
    columns: ['Column', 'Required', 'How to fill it in', 'Note', 'Example', 'Other headings understood'],
    advice:
      'Keep the headings in row 1. Row 2 is an example and is never imported. Other columns are kept as they are.',
  },
} as const;

function labelOf(column: ImportColumn, language: IssueLanguage): string {
  return column.required ? `${column.label[language]}*` : column.label[language];
}

/** The sheet that explains the columns and says which template this is; a file without it is still a list. */
export function notesSheet(
  shape: ListShape & { readonly label: Bilingual },
  mark: TemplateMark,
  options: { language: IssueLanguage; advice: string },
): TableSheet {
  const words = WORDS[options.language];
  const columns = Object.values(shape.columns).map((column) => [
    labelOf(column, options.language),
    column.required ? words.required : '',
    column.type.hint[options.language],
    column.note?.[options.language] ?? '',
    column.example ?? '',
    [...(column.synonyms ?? []), ...(column.fallbacks ?? [])].filter((heading) => heading !== '#key').join('、'),
  ]);
  const rows = [
    ...markLines(mark),
    [shape.label[options.language], options.advice],
    [],
    [...words.columns],
    ...columns,
  ];
  return { name: words.notes, headings: [], rows };
}

/** The workbook to fill in: headings, an example row, and notes that carry the template's version. */
export function templateWorkbook(
  shape: ListShape<ImportColumns> & { readonly label: Bilingual },
  language: IssueLanguage = 'zh',
): Promise<Buffer> {
  const columns = Object.values(shape.columns);
  const mark = { kind: shape.kind, version: shape.version, listName: null };
  return tableWorkbook([
    {
      name: WORDS[language].fill,
      headings: columns.map((column) => labelOf(column, language)),
      rows: [columns.map((column) => column.example ?? null)],
    },
    notesSheet(shape, mark, { language, advice: WORDS[language].advice }),
  ]);
}
