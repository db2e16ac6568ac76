/** The share of everyday Chinese from which bytes are taken for GB18030; in any real list most characters are. */
const EVERYDAY_SHARE = 0.6;
/** A file that is UTF-8 but for a few damaged bytes must not be taken for GB18030 and turned to nonsense. */
const UTF8_SHARE = 0.85;

/** How many bytes of the current character have passed. */
type Passed = 0 | 1 | 2 | 3;

/**
 * Follows a stream of bytes and knows whether all of it can be GB18030, and whether it looks like Chinese: GB18030's
 * grammar is so loose that nearly anything passes it, so the characters of GB2312's first level (the 3,755 that make up
 * all but a trace of real text) and its punctuation are counted.
 */
export class Gb18030Survey {
  valid = true;
  lines = 1;
  private passed: Passed = 0;
  private lead = 0;
  private characters = 0;
  private everyday = 0;
  private highBytes = 0;
  private inUtf8 = 0;
  private utf8Left = 0;
  private utf8Length = 0;

  /** True when the bytes end inside a character. */
  get unfinished(): boolean {
    return this.passed !== 0;
  }

  /** True when the bytes so far are GB18030 and read as Chinese. */
  isChinese(): boolean {
    if (!this.valid || this.characters === 0) return false;
    return this.everyday / this.characters >= EVERYDAY_SHARE && this.inUtf8 / this.highBytes < UTF8_SHARE;
  }

  add(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && this.valid; at += 1) {
      const byte = chunk[at] as number;
      if (byte < 0x80 && this.passed === 0) {
        if (byte === 10) this.lines += 1;
        this.utf8Left = 0;
        continue;
      }
      this.step(byte);
      this.followUtf8(byte);
    }
  }

  private step(byte: number): void {
    if (this.passed === 0) {
      this.lead = byte;
      this.passed = 1;
      this.valid = byte !== 0x80 && byte !== 0xff;
    } else if (this.passed === 1) {
      const four = byte >= 0x30 && byte <= 0x39;
      this.valid = four || (byte >= 0x40 && byte !== 0x7f && byte !== 0xff);
      this.passed = four ? 2 : 0;
      if (!four) this.countPair(byte);
    } else if (this.passed === 2) {
      this.valid = byte >= 0x81 && byte <= 0xfe;
      this.passed = 3;
    } else {
      this.valid = byte >= 0x30 && byte <= 0x39;
      this.passed = 0;
      this.characters += 1;
    }
  }

  private countPair(trail: number): void {
    this.characters += 1;
    const firstLevel = this.lead >= 0xb0 && this.lead <= 0xd7;
    const signs = this.lead >= 0xa1 && this.lead <= 0xa3;
    if (trail >= 0xa1 && (firstLevel || signs)) this.everyday += 1;
  }

  /** Counts the bytes that would belong to a well-formed UTF-8 character. */
  private followUtf8(byte: number): void {
    if (byte < 0x80) {
      this.utf8Left = 0;
      return;
    }
    this.highBytes += 1;
    if ((byte & 0xc0) === 0x80 && this.utf8Left > 0) {
      this.utf8Left -= 1;
      if (this.utf8Left === 0) this.inUtf8 += this.utf8Length;
      return;
    }
    this.utf8Length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    this.utf8Left = Math.max(this.utf8Length - 1, 0);
  }
}
