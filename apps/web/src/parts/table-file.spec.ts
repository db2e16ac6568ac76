import { describe, expect, it } from '@jest/globals';
import { tableFile } from './table-file.js';

describe('a table as a file', () => {
  it('keeps commas, quotes and lines in their cells, and lets no cell be a formula', async () => {
    const file = tableFile([
      ['事项', '期限'],
      ['收费, "停车"', '2026-11-01'],
      ['=1+1', '第一行\n第二行'],
    ]);
    const text = '事项,期限\r\n"收费, ""停车""",2026-11-01\r\n\'=1+1,"第一行\n第二行"\r\n';
    expect(Buffer.from(await file.arrayBuffer()).toString('utf8')).toBe(`\uFEFF${text}`);
  });
});
