import { DomainError } from '#libs/kernel';
import {
  code,
  count,
  defineColumns,
  defineIssues,
  text,
  type BatchPlan,
  type ImportContext,
  type ImportKind,
  type ImportOutcome,
  type ImportRow,
  type ImportSession,
  type RowOf,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';

/** The table behind the sample kind; made by the owner in the cloned database. */
export const SAMPLE_TABLE = [
  `CREATE TABLE sample (city_id smallint NOT NULL, code text NOT NULL, name text NOT NULL, households integer,
     import_id uuid NOT NULL, PRIMARY KEY (city_id, code), CHECK (name <> '不许入库'))`,
  `ALTER TABLE sample ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE sample FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY city_wall ON sample USING (city_id = nullif(current_setting('app.city_id', true), '')::smallint)`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON sample TO jiayuan_app`,
];

defineIssues({
  'sample.repeated': {
    message: { zh: '编号“{value}”与第 {first} 行重复。', en: 'The code "{value}" repeats row {first}.' },
    fix: { zh: '删去其中一行。', en: 'Remove one of them.' },
  },
  'sample.large': {
    message: { zh: '户数“{value}”偏大。', en: '{value} households are many.' },
    fix: { zh: '请核对。', en: 'Check it.' },
  },
});

const columns = defineColumns({
  code: { label: { zh: '编号', en: 'Code' }, type: code(), required: true, example: 'X-1' },
  name: { label: { zh: '小区名称', en: 'Name' }, type: text(), required: true, example: '示例小区' },
  households: { label: { zh: '户数', en: 'Households' }, type: count() },
});

type Columns = typeof columns;
type Row = ImportRow<RowOf<Columns>>;

class SampleSession implements ImportSession<Columns, readonly Row[]> {
  private readonly firstRows = new Map<string, number>();
  private changed = 0;

  constructor(private readonly context: ImportContext) {}

  async plan(rows: readonly Row[]): Promise<BatchPlan<readonly Row[]>> {
    const good = rows.filter((row) => this.isFirst(row));
    const { manager, principal } = this.context;
    const known = await manager.query<{ code: string; name: string; households: number | null }[]>(
      `SELECT code, name, households FROM sample WHERE city_id = $1 AND code = ANY($2)`,
      [principal.cityId, good.map((row) => row.values.code)],
    );
    const byCode = new Map(known.map((each) => [each.code, each]));
    const changed = good.filter(({ values }) => {
      const before = byCode.get(values.code);
      return before?.name !== values.name || before.households !== values.households;
    });
    return { accepted: good.length, unchanged: good.length - changed.length, work: changed };
  }

  async write(rows: readonly Row[]): Promise<void> {
    const { manager, principal, importId } = this.context;
    this.changed += rows.length;
    await manager.query(
      `INSERT INTO sample (city_id, import_id, code, name, households)
       SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::int[])
       ON CONFLICT (city_id, code) DO UPDATE
         SET name = excluded.name, households = excluded.households, import_id = excluded.import_id`,
      [
        principal.cityId,
        importId,
        rows.map((row) => row.values.code),
        rows.map((row) => row.values.name),
        rows.map((row) => row.values.households),
      ],
    );
  }

  async finish(): Promise<ImportOutcome> {
    const claims = { company: this.changed };
    return this.changed > 0 ? { claims, touched: { everything: true } } : { claims };
  }

  private isFirst(row: Row): boolean {
    const { report } = this.context;
    const first = this.firstRows.get(row.values.code);
    if (first !== undefined) report.duplicate(row, 'code', 'sample.repeated', { first });
    else this.firstRows.set(row.values.code, row.number);
    if ((row.values.households ?? 0) > 10_000) report.warn(row, 'households', 'sample.large');
    return first === undefined;
  }
}

export const sampleKind: ImportKind<Columns> = {
  kind: 'samples',
  version: 2,
  label: { zh: '样例', en: 'Samples' },
  columns,
  begin: async (context) => new SampleSession(context),
  async undo({ manager, principal, run }: UndoContext): Promise<TouchedFacts | null> {
    if (run.listName === '不可撤销') throw new DomainError('request.conflict', { constraint: 'later work' });
    await manager.query(`DELETE FROM sample WHERE city_id = $1 AND import_id = $2`, [principal.cityId, run.id]);
    return { everything: true };
  },
};
