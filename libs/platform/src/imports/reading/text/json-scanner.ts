import { DomainError } from '#libs/kernel';

/** One element of the outermost list, or one entry of the outermost object with its key. */
export interface JsonElement {
  readonly key: string | null;
  readonly text: string;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LIST_END = 93;
const DEEPEST = 32;

/**
 * Cuts a JSON list, or an object of objects, into its elements without parsing the whole: each element is small, the
 * file need not be. Entries of equal key both come out, where JSON.parse would drop the first.
 */
export class JsonScanner {
  /** How many elements have been found. */
  elements = 0;
  private text = '';
  private at = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private closer = 0;
  private finished = false;

  constructor(
    private readonly fileName: string,
    private readonly elementLength: number,
  ) {}

  /** @throws DomainError `import.file-unreadable` when what is read is no JSON list */
  push(piece: string): JsonElement[] {
    this.text += piece;
    const found: JsonElement[] = [];
    let start = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const sign = this.text.charCodeAt(this.at);
      if (this.inString) {
        this.passString(sign);
      } else if (sign === QUOTE) {
        this.inString = true;
      } else if (sign === 123 || sign === 91) {
        start = this.open(start);
      } else if (sign === 125 || sign === 93) {
        this.depth -= 1;
        if (this.depth < 0 || (this.depth === 0 && sign !== this.closer)) this.unreadable();
        if (this.depth === 0) start = this.take(start, found);
      } else if (sign === 44 && this.depth === 1) {
        start = this.take(start, found);
      }
    }
    this.text = this.text.slice(start);
    this.at -= start;
    if (this.text.length > this.elementLength) this.unreadable();
    return found;
  }

  /** @throws DomainError `import.file-truncated` when the list was never closed */
  end(): void {
    if (!this.finished) throw new DomainError('import.file-truncated', { file: this.fileName, row: this.elements + 1 });
    if (this.text.trim() !== '') this.unreadable();
  }

  private passString(sign: number): void {
    if (this.escaped) this.escaped = false;
    else if (sign === BACKSLASH) this.escaped = true;
    else if (sign === QUOTE) this.inString = false;
  }

  private open(start: number): number {
    this.depth += 1;
    if (this.depth > DEEPEST || this.finished) this.unreadable();
    if (this.depth > 1) return start;
    // In ASCII both closing brackets stand two places behind their opening ones.
    this.closer = this.text.charCodeAt(this.at) + 2;
    return this.at + 1;
  }

  /** Takes the text between two commas of the outermost level; returns where the next element begins. */
  private take(start: number, found: JsonElement[]): number {
    const text = this.text.slice(start, this.at).trim();
    this.finished = this.depth === 0;
    const emptyList = this.finished && text === '' && this.elements === 0;
    if (!emptyList) {
      this.elements += 1;
      found.push(this.closer === LIST_END ? { key: null, text } : this.entry(text));
    }
    return this.at + 1;
  }

  private entry(text: string): JsonElement {
    const key = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0];
    const value = key === undefined ? '' : text.slice(key.length).trimStart();
    if (key === undefined || !value.startsWith(':')) this.unreadable();
    return { key: JSON.parse(key) as string, text: value.slice(1) };
  }

  private unreadable(): never {
    throw new DomainError('import.file-unreadable', { file: this.fileName, row: this.elements + 1 });
  }
}
