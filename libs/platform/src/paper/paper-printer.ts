import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';

/** One piece of a paper, as the PDF library takes it: text, tables, a QR code. */
export type PaperContent = Readonly<Record<string, unknown>> | string | readonly PaperContent[];

/** A paper to be printed: A4, its font, page numbers and a watermark come by themselves. */
export interface Paper {
  readonly title: string;
  readonly content: PaperContent;
  /** A word across every page, such as 已撤销; null for none. */
  readonly watermark: string | null;
  /** Said at the foot of every page, before its number. */
  readonly foot: string;
}

interface Printer {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

/** Covers every character of GBK, so that rare characters in names are never boxes. */
export const FONT = fileURLToPath(new URL('../../assets/fonts/NotoSansSC-Regular.ttf', import.meta.url));

const FOOT = 40;

/** Margins of GB/T 9704 in points: 37 mm above, 35 mm below, 28 and 26 mm at the sides. */
const MARGINS = [79, 96, 74, 96] as const;

/** A foot is one line, however long the names in it are. */
export function shortened(foot: string): string {
  const letters = [...foot];
  return letters.length > FOOT ? `${letters.slice(0, FOOT - 1).join('')}…` : foot;
}

interface PlacedNode {
  readonly headlineLevel?: number;
}

/** Whether a heading would stand alone at the end of a page. */
function isStranded(
  { headlineLevel }: PlacedNode,
  { getFollowingNodesOnPage }: { readonly getFollowingNodesOnPage: () => readonly PlacedNode[] },
): boolean {
  return headlineLevel !== undefined && getFollowingNodesOnPage().length === 0;
}

/** Prints papers as PDF. */
@Injectable()
export class PaperPrinter {
  private printer: Printer | null = null;

  async print({ title, content, watermark, foot }: Paper): Promise<Buffer> {
    const definition = {
      pageSize: 'A4',
      pageMargins: MARGINS,
      info: { title },
      defaultStyle: { font: 'NotoSansSC', fontSize: 12, lineHeight: 1.5 },
      content,
      pageBreakBefore: isStranded,
      ...(watermark === null ? {} : { watermark: { text: watermark, color: '#b91c1c', opacity: 0.18 } }),
      footer: (page: number, pages: number) => ({
        text: `${shortened(foot)}  第 ${page} 页，共 ${pages} 页`,
        alignment: 'center',
        fontSize: 8,
        margin: [MARGINS[0], 40, MARGINS[2], 0],
      }),
    };
    return this.loaded().createPdf(definition).getBuffer();
  }

  /** Loaded when the first paper is printed: it is large, and most processes print none. */
  private loaded(): Printer {
    if (this.printer) return this.printer;
    const printer = createRequire(import.meta.url)('pdfmake') as Printer;
    printer.setFonts({ NotoSansSC: { normal: FONT, bold: FONT } });
    // Nothing but the font is read, whatever a text says.
    printer.setUrlAccessPolicy(() => false);
    printer.setLocalAccessPolicy((path) => path === FONT);
    this.printer = printer;
    return printer;
  }
}
