import { factsTable, lineAcross, paragraph, RED, signedBelow, SOFT, type Paper } from '#libs/platform';
import type { OfficialPaper } from '../../domain/acts/official-paper.js';

/** Lays a paper out in the manner of GB/T 9704: red head, number, title, addressee, text, signature, date, QR code. */
export function layOut(paper: OfficialPaper, verifyUrl: string): Paper {
  const { office, documentNumber, title, powerName, addressee, compound, facts, decision, legalBasis, remedy } = paper;
  const signed = [{ text: office }, { text: paper.date }, { text: '（盖章）', color: '#6b7280', fontSize: 10 }];
  return {
    title: `${documentNumber} ${title}`,
    watermark: paper.isRevoked ? '已撤销' : null,
    foot: `${documentNumber} · 扫描二维码或登录查验页核对真伪`,
    content: [
      { text: office, color: RED, fontSize: 26, alignment: 'center', margin: [0, 0, 0, 6] },
      { text: documentNumber, alignment: 'center', fontSize: 11 },
      lineAcross(RED, 1.5),
      { text: title, fontSize: 20, alignment: 'center', margin: [0, 22, 0, 2] },
      { text: `（${powerName}）`, fontSize: 10, alignment: 'center', color: SOFT, margin: [0, 0, 0, 14] },
      { text: `${addressee}：` },
      paragraph(`关于${compound}的申请收悉。经审查，依据${legalBasis}，现通知如下：`),
      factsTable(facts),
      paragraph(decision),
      ...(remedy === null ? [] : [paragraph(remedy)]),
      signedBelow({ qr: verifyUrl, hint: '扫码查验本文书', lines: signed }),
    ],
  };
}
