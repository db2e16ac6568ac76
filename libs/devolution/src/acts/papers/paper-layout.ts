import type { Paper, PaperContent } from '#libs/platform';
import type { OfficialPaper } from '../../domain/acts/official-paper.js';

const RED = '#c00000';
/** Width of the text between the margins of an A4 page, in points. */
const WIDTH = 442;

function rule(color: string, lineWidth: number): PaperContent {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth, lineColor: color }] };
}

/** A paragraph of running text: two characters in. */
function paragraph(text: string): PaperContent {
  return { text: `　　${text}`, preserveLeadingSpaces: true, margin: [0, 6, 0, 0], alignment: 'justify' };
}

function factsTable(facts: OfficialPaper['facts']): PaperContent {
  const body = facts.map(([label, value]) => [{ text: label, color: '#374151' }, value]);
  const layout = {
    hLineColor: () => '#9ca3af',
    vLineColor: () => '#9ca3af',
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
  };
  return { table: { widths: [120, '*'], body, dontBreakRows: true }, layout, margin: [0, 8, 0, 2] };
}

/** Lays a paper out in the manner of GB/T 9704: red head, number, title, addressee, text, signature, date, QR code. */
export function layOut(paper: OfficialPaper, verifyUrl: string): Paper {
  const { office, documentNumber, title, powerName, addressee, compound, facts, decision, legalBasis, remedy } = paper;
  const signature = {
    columns: [
      {
        width: 110,
        stack: [
          { qr: verifyUrl, fit: 84 },
          { text: '扫码查验本文书', fontSize: 9, color: '#6b7280', margin: [8, 2, 0, 0] },
        ],
      },
      {
        width: '*',
        stack: [
          { text: office, alignment: 'right', margin: [0, 14, 0, 0] },
          { text: paper.date, alignment: 'right' },
          { text: '（盖章）', alignment: 'right', color: '#6b7280', fontSize: 10 },
        ],
      },
    ],
    margin: [0, 20, 0, 0],
  };
  return {
    title: `${documentNumber} ${title}`,
    watermark: paper.isRevoked ? '已撤销' : null,
    foot: `${documentNumber} · 扫描二维码或登录查验页核对真伪`,
    content: [
      { text: office, color: RED, fontSize: 26, alignment: 'center', margin: [0, 0, 0, 6] },
      { text: documentNumber, alignment: 'center', fontSize: 11 },
      rule(RED, 1.5),
      { text: title, fontSize: 20, alignment: 'center', margin: [0, 22, 0, 2] },
      { text: `（${powerName}）`, fontSize: 10, alignment: 'center', color: '#374151', margin: [0, 0, 0, 14] },
      { text: `${addressee}：` },
      paragraph(`关于${compound}的申请收悉。经审查，依据${legalBasis}，现通知如下：`),
      factsTable(facts),
      paragraph(decision),
      ...(remedy === null ? [] : [paragraph(remedy)]),
      { unbreakable: true, stack: [signature] },
    ],
  };
}
