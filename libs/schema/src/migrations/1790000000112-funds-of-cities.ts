import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES: readonly (readonly [string, string])[] = [
  ['F1', '中央和省老旧小区改造补助'],
  ['F2', '市县财政配套'],
  ['F3', '专项债券'],
  ['F4', '盘活资产收入'],
  ['F5', '社会捐赠'],
  ['F6', '企业和单位出资'],
  ['F7', '利息及其他'],
];

/** Code, name, kind, sources, floor and ceiling, as the standard chart was on the day of this migration. */
const CHART: readonly (readonly [string, string, string, string, string | null, string | null])[] = [
  ['1002', '银行存款', 'asset', 'F1 F2 F3 F4 F5 F6 F7', '0', null],
  ['1122', '应收认捐款', 'asset', 'F5 F6', '0', null],
  ['2202', '应付款项', 'liability', 'F1 F2 F3 F4 F5 F6 F7', null, '0'],
  ['4001', '财政补助收入', 'income', 'F1 F2', null, null],
  ['4002', '专项债券资金', 'income', 'F3', null, null],
  ['4003', '盘活资产收入', 'income', 'F4', null, null],
  ['4004', '捐赠收入', 'income', 'F5', null, null],
  ['4005', '企业和单位出资', 'income', 'F6', null, null],
  ['4006', '利息及其他收入', 'income', 'F7', null, null],
  ['5001', '无物业小区启动', 'expense', 'F1 F2 F4 F5 F6 F7', null, null],
  ['5002', '应急服务', 'expense', 'F1 F2 F4 F5 F6 F7', null, null],
  ['5003', '设施修缮', 'expense', 'F1 F2 F3 F4 F5 F6 F7', null, null],
  ['5004', '困难救助', 'expense', 'F1 F2 F4 F5 F6 F7', null, null],
  ['5005', '以奖代补', 'expense', 'F1 F2 F4 F5 F6 F7', null, null],
];

const OF = `WITH chart AS (SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
    AS c(code, name, kind, sources, least, most)),
  book AS (SELECT id, opened_at FROM ledger_book WHERE city_id = $1 AND kind = 'beautiful-home')`;

const PARENTS = `${OF}
  INSERT INTO ledger_account (city_id, id, book_id, code, name, kind, is_postable, opened_at)
  SELECT $1, uuidv7(), book.id, c.code, c.name, c.kind, false, book.opened_at FROM chart c CROSS JOIN book`;

const CHILDREN = `${OF}, source AS (SELECT * FROM unnest($8::text[], $9::text[]) AS s(code, name))
  INSERT INTO ledger_account (city_id, id, book_id, code, name, kind, parent_id, restriction, is_postable, least, most,
    opened_at)
  SELECT $1, uuidv7(), book.id, c.code || ':' || s.code, c.name || '—' || s.name, c.kind, p.id, s.code, true, c.least,
    c.most, book.opened_at
  FROM chart c CROSS JOIN book JOIN source s ON s.code = ANY (string_to_array(c.sources, ' '))
  JOIN ledger_account p ON p.city_id = $1 AND p.book_id = book.id AND p.code = c.code`;

/** 美好家园基金 of the cities that are there already; new ones get theirs when they are made. */
export class FundsOfCities1790000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [0, 1, 2, 3, 4, 5].map((at) => CHART.map((account) => account[at]));
    for (const { id } of (await runner.query('SELECT id FROM city ORDER BY id')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      await runner.query(
        `INSERT INTO ledger_book (city_id, id, name, kind, unit, decimals, opened_at)
         VALUES ($1, uuidv7(), '美好家园基金', 'beautiful-home', 'CNY', 2, now())`,
        [id],
      );
      await runner.query(PARENTS, [id, ...columns]);
      const sources = [0, 1].map((at) => SOURCES.map((source) => source[at]));
      await runner.query(CHILDREN, [id, ...columns, ...sources]);
    }
    await runner.query('RESET app.city_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { id } of (await runner.query('SELECT id FROM city')) as { id: number }[]) {
      await runner.query(`SET LOCAL app.city_id = '${Number(id)}'`);
      const own = `city_id = $1 AND book_id IN (SELECT id FROM ledger_book WHERE city_id = $1 AND kind = 'beautiful-home')`;
      await runner.query(`DELETE FROM ledger_account WHERE ${own} AND parent_id IS NOT NULL`, [id]);
      await runner.query(`DELETE FROM ledger_account WHERE ${own}`, [id]);
      await runner.query(`DELETE FROM ledger_book WHERE city_id = $1 AND kind = 'beautiful-home'`, [id]);
    }
    await runner.query('RESET app.city_id');
  }
}
