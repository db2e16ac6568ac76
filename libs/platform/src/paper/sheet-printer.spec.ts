import { expect, it } from '@jest/globals';
import { SheetPrinter, type Sheet } from './sheet-printer.js';

const MANY = 80;

async function printed(sheets: Iterable<Sheet>): Promise<{ pdf: string; first: number | null }> {
  const chunks: Buffer[] = [];
  let first: number | null = null;
  let asked = 0;
  function* counted(): Iterable<Sheet> {
    for (const sheet of sheets) {
      asked += 1;
      yield sheet;
    }
  }
  for await (const chunk of new SheetPrinter().print({ title: '表决票', watermark: '草稿', sheets: counted() })) {
    chunks.push(chunk as Buffer);
    if (Buffer.concat(chunks).length > 500) first ??= asked;
  }
  return { pdf: Buffer.concat(chunks).toString('latin1'), first };
}

const aSheet = (at: number, lines = 1): Sheet => ({
  foot: `票号 ${at}`,
  blocks: [
    { qr: `https://example.cn/${at}`, side: 90, beside: [{ text: `第 ${at} 张`, size: 14 }] },
    ...Array.from({ length: lines }, () => ({ together: [{ text: '□ 同意', size: 20, above: 8 }, { line: 4 }] })),
  ],
});

it('sends sheets off while later ones are not even asked for, so that thousands are never held at once', async () => {
  const { pdf, first } = await printed(Array.from({ length: MANY }, (_, at) => aSheet(at)));
  expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(MANY);
  expect(first).toBeLessThan(MANY / 4);
});

it('goes on over as many pages as a sheet needs', async () => {
  const { pdf } = await printed([aSheet(1, 60), aSheet(2)]);
  expect(pdf.match(/\/Type \/Page\n/g)?.length).toBeGreaterThanOrEqual(4);
});
