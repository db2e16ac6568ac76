import { cleanText, matchingText } from '../cells/clean-text.js';
import { isBlank, shownText, type RawCell } from '../cells/raw-cell.js';

/** What a line of the table is, besides a row of data: each of these is left out, all but blank ones with a warning. */
export type LineKind = 'blank' | 'total' | 'note' | 'headings' | 'example' | 'data';

const TOTAL =
  /^(?:本页|本表|本区|全市|全区|全县|各项)?(?:合计|总计|小计|共计|累计|总和|汇总|总数|合計|總計|小計|總數|[总總](?:建筑|建築)?面[积積]|[总總]坪[数數]|grandtotal|subtotal|total|sum)(?:数|数量)?[:：]?$/;
const TOTAL_OF_PART = /^.{1,12}(?:合计|总计|小计)[:：]?$/;
const NOTE =
  /^(?:注|备注|说明|填表说明|填表人|制表人?|审核人?|填报人|填报单位|制表单位|联系人|联系电话|单位负责人|日期)\d?\s*[:：.、]/;
/** Every total's word holds one of these; asking first spares all other lines the dearer comparison. */
const MAYBE_TOTAL = /[计总汇計總]|total|sum/i;
/** Among how many of the first filled cells a total's word is looked for: it may stand behind a running number. */
const WORDS_FROM_LEFT = 3;

function firstFilled(cells: readonly RawCell[], most: number): RawCell[] {
  const found: RawCell[] = [];
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    found.push(cell);
    if (found.length === most) break;
  }
  return found;
}

/** A total: 合计 and its kin alone in one of the first cells, or behind a name (城区小计) before nothing but numbers. */
function isTotal(cells: readonly RawCell[], first: readonly RawCell[]): boolean {
  const words = first.map((cell) =>
    typeof cell === 'string' && cell.length <= 20 && MAYBE_TOTAL.test(cell) ? cell : '',
  );
  if (words.some((word) => word !== '' && TOTAL.test(matchingText(word)))) return true;
  const [leading = ''] = words;
  if (leading === '' || !TOTAL_OF_PART.test(matchingText(leading))) return false;
  const rest = cells.filter((cell) => !isBlank(cell) && cell !== leading);
  return rest.length > 0 && rest.every((cell) => /^[\d.,%]+\D{0,3}$/.test(matchingText(shownText(cell))));
}

/** Tells the lines of one table apart. */
export class LineReader {
  private readonly headings: string;
  private readonly example: string | null;

  /** @param example the example row of the kind's template in the file's column order, where it has one */
  constructor(headings: readonly string[], example: readonly string[] | null) {
    this.headings = signature(headings);
    this.example = example && example.some((cell) => cell !== '') ? signature(example) : null;
  }

  kindOf(cells: readonly RawCell[]): LineKind {
    const first = firstFilled(cells, WORDS_FROM_LEFT);
    const [leading] = first;
    if (leading === undefined) return 'blank';
    if (isTotal(cells, first)) return 'total';
    if (first.length === 1 && typeof leading === 'string' && NOTE.test(cleanText(leading))) return 'note';
    if (typeof leading !== 'string') return 'data';
    // Comparing whole lines is dear, so it is done only where the first cell already agrees.
    const start = cleanText(leading);
    const mayRepeat = this.headings.startsWith(start) || (this.example?.startsWith(start) ?? false);
    if (!mayRepeat) return 'data';
    const line = signature(cells.map(shownText));
    return line === this.headings ? 'headings' : line === this.example ? 'example' : 'data';
  }
}

function signature(texts: readonly string[]): string {
  return texts
    .map((text) => cleanText(text))
    .filter((text) => text !== '')
    .join('\u0001');
}
