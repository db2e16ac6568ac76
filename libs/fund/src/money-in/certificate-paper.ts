import { writtenDay } from '#libs/kernel';
import { factsTable, lineAcross, paragraph, RED, signedBelow, SOFT, type Paper } from '#libs/platform';
import { FUND_NAME } from '../books/fund-books.service.js';
import { yuanText } from '../domain/fen.js';
import { USES } from '../domain/uses.js';
import type { ReceiptRow } from './receipts.queries.js';

interface Certified {
  readonly row: ReceiptRow;
  readonly number: string;
  readonly code: string;
  /** Where the way of the gift is shown; the code follows its hash and so never reaches a server's log. */
  readonly url: string;
}

/** 捐赠证书: who gave what for which use, and how to follow it to its voucher. */
export function certificatePaper({ row, number, code, url }: Certified): Paper {
  const { giver, isAnonymous, amount, onDay, use, project, isReversed, entryNumber } = row;
  const name = isAnonymous || giver === null ? '爱心人士（不具名）' : giver;
  const facts: readonly (readonly [string, string])[] = [
    ['证书编号', number],
    ['捐赠金额', `人民币 ${yuanText(amount)} 元`],
    ['到账日期', writtenDay(onDay)],
    ['指定用途', project ?? (use === null ? '未指定，由基金按规定使用' : USES[use])],
    ['记账凭证', `记字第 ${entryNumber} 号`],
    ['查询码', code],
  ];
  return {
    title: `捐赠证书 ${number}`,
    watermark: isReversed ? '已冲销' : null,
    foot: `${number} · 扫描二维码可查这笔捐赠的去向`,
    content: [
      { text: FUND_NAME, color: RED, fontSize: 26, alignment: 'center', margin: [0, 0, 0, 6] },
      lineAcross(RED, 1.5),
      { text: '捐 赠 证 书', fontSize: 22, alignment: 'center', margin: [0, 26, 0, 16] },
      { text: `${name}：` },
      paragraph('感谢您为小区居民捐款。这笔捐款已经到账并公开入账，只用于下面写明的用途。'),
      factsTable(facts),
      paragraph('用在了哪个小区、哪个项目，凭哪张凭证支付，验收照片是什么样，您随时可以扫码查看。'),
      { text: '查询码只印在这张证书上，请妥善保管。', color: SOFT, fontSize: 10, margin: [0, 8, 0, 0] },
      signedBelow({
        qr: `${url}#${code}`,
        hint: '扫码查看捐款去向',
        lines: [{ text: FUND_NAME }, { text: writtenDay(onDay) }, { text: '（盖章）', color: '#6b7280', fontSize: 10 }],
      }),
    ],
  };
}
