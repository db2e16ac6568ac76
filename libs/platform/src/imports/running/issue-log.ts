import type { EntityManager } from 'typeorm';
import type { Issue } from '../rows/issue-report.js';

/** The values of one insert stay small enough to be sent in one message. */
const ROWS_PER_INSERT = 5000;

const INSERT = `INSERT INTO import_issue
  (city_id, import_id, seq, severity, row_number, column_name, value, code, message, fix)
  SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::text[])`;

/** Numbers the issues of one import and writes them in bulk. */
export class IssueLog {
  private waiting: Issue[] = [];
  private seq = 0;

  constructor(
    private readonly cityId: number,
    private readonly importId: string,
  ) {}

  add(issues: readonly Issue[]): void {
    for (const issue of issues) this.waiting.push(issue);
  }

  async write(manager: EntityManager): Promise<void> {
    for (let start = 0; start < this.waiting.length; start += ROWS_PER_INSERT) {
      await this.insert(manager, this.waiting.slice(start, start + ROWS_PER_INSERT));
    }
    this.waiting = [];
  }

  private async insert(manager: EntityManager, issues: readonly Issue[]): Promise<void> {
    await manager.query(INSERT, [
      this.cityId,
      this.importId,
      issues.map(() => (this.seq += 1)),
      issues.map((issue) => issue.severity),
      issues.map((issue) => issue.row),
      issues.map((issue) => issue.column),
      issues.map((issue) => issue.value),
      issues.map((issue) => issue.code),
      issues.map((issue) => issue.message),
      issues.map((issue) => issue.fix),
    ]);
  }
}
