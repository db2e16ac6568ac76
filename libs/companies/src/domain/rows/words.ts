/** A text to compare by: half width, lower case, without blanks or brackets around remarks. Never stored. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .toLowerCase();
}

const NOTHING = /^(暂无.*|不详|未知|不明|未填|待定|待核实|[-—/]+|null|n\/a)?$/;

/** Whether a cell tells nothing at all: blank, 暂无信息, a dash. */
export function tellsNothing(text: string | null): boolean {
  return text === null || NOTHING.test(comparable(text));
}
