import { writtenDay } from '#libs/kernel';
import { lineAcross, paragraph, RED, signedBelow, THIN_LINES, type Paper, type PaperContent } from '#libs/platform';
import type { RevenueStatementResponse } from './statements.dto.js';

const right = (text: string, bold = false): PaperContent => ({ text, alignment: 'right', bold });

function amounts(rows: readonly (readonly [label: string, amount: string, bold?: boolean])[]): PaperContent {
  const body = rows.map(([label, amount, bold = false]) => [{ text: label, bold }, right(amount, bold)]);
  return { table: { widths: ['*', 130], body, dontBreakRows: true }, layout: THIN_LINES, margin: [0, 8, 0, 2] };
}

function entriesTable({ entries }: RevenueStatementResponse): PaperContent {
  const head = ['凭证', '日期', '摘要', '类别', '金额（元）'].map((text) => ({ text, bold: true }));
  const rows = entries.map(({ number, day, memo, name, amount }) => [number, day, memo, name, right(amount)]);
  const table = { widths: [34, 62, '*', 92, 72], headerRows: 1, body: [head, ...rows], dontBreakRows: true };
  return { table, layout: THIN_LINES, margin: [0, 6, 0, 2], fontSize: 10 };
}

/** 公共收益收支公示: the statement of a quarter as it hangs on the notice board. */
export function statementPaper(statement: RevenueStatementResponse, url: string): Paper {
  const { compound, period, from, to, opening, income, expenditure, closing, bank, contracts } = statement;
  const quarter = `${period.slice(0, 4)}年第${'一二三四'.charAt(Number(period.at(-1)) - 1)}季度`;
  const some = income.filter(({ amount }) => amount !== '0.00');
  const owed = contracts.filter((each) => each.owed !== '0.00');
  const title = `${compound}公共收益收支公示`;
  return {
    title: `${title} ${period}`,
    watermark: null,
    foot: `${compound} · ${quarter}公共收益 · 扫描二维码看每一笔凭证`,
    content: [
      { text: title, color: RED, fontSize: 20, alignment: 'center', margin: [0, 0, 0, 6] },
      lineAcross(RED, 1.5),
      {
        text: `${quarter}（${writtenDay(from)}至${writtenDay(to)}），单位：元`,
        alignment: 'center',
        margin: [0, 10, 0, 0],
      },
      amounts([
        ['一、期初余额', opening, true],
        ['二、本期收入', statement.received, true],
        ...some.map(({ name, amount }) => [`　　${name}`, amount] as const),
        ['三、本期支出', statement.used, true],
        ...expenditure.map(({ name, amount }) => [`　　${name}`, amount] as const),
        ['四、期末余额', closing, true],
        ['银行对账单余额', bank ?? '本期没有对账单'],
        ['净收益（收入减合理成本）', statement.net],
        ['建议转入维修资金', statement.proposedShare],
      ]),
      ...(owed.length === 0 ? [] : [paragraph('合同已到期应收、尚未收到：')]),
      ...(owed.length === 0 ? [] : [amounts(owed.map((each) => [`${each.place}（${each.number}）`, each.owed]))]),
      paragraph('本期逐笔收支：'),
      entriesTable(statement),
      paragraph(
        '公共收益归全体业主共有（民法典第二百八十二条）。对收支有异议的，可扫码或到社区书面提出，应在规定时限内答复。',
      ),
      signedBelow({
        qr: url,
        hint: '扫码看凭证、提异议',
        lines: [{ text: '公示单位：　　　　　　　' }, { text: '（盖章）', color: '#6b7280', fontSize: 10 }],
      }),
    ],
  };
}
