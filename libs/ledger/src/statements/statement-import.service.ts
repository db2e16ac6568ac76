import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids, readTables } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { LedgerAccount } from '../books/ledger-account.entity.js';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import type { StatementLine } from '../domain/statements/lines.js';
import { balanceBreaks } from '../domain/statements/running.js';
import { readStatement, type ReadStatement } from '../domain/statements/statement.js';
import { lockStatements } from '../matching/bank-account.js';
import { BankStatement } from './bank-statement.entity.js';
import { reportOf, type StatementReport } from './statement-report.js';

export interface StatementFile {
  /** Where it lies, or what was uploaded. */
  readonly content: string | Buffer;
  readonly name: string;
  readonly account: string;
}

interface Marked extends StatementLine {
  readonly fingerprint: string;
}

/** 导入对账单: what the bank says is kept beside the books; nothing is posted until somebody matches it. */
@Injectable()
export class StatementImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `ledger.account-not-found`, and why a file cannot be read at all */
  async run(principal: Principal, book: LedgerBook, file: StatementFile): Promise<StatementReport> {
    const { sha256, tables } = await readTables(file.content, file.name);
    const read = tables.map((rows) => readStatement(rows, book.decimals));
    const statement = read.reduce((one, other) => (other.lines.length > one.lines.length ? other : one));
    return this.database.transaction(principal, async (manager) => {
      const of = { cityId: book.cityId, bookId: book.id, code: file.account };
      const account = await manager.findOneBy(LedgerAccount, of);
      if (!account) throw new DomainError('ledger.account-not-found', { account: file.account });
      await lockStatements(manager, account.id);
      const before = await lastBalance(manager, account);
      const marked = fingerprints(statement.lines);
      const known = await knownAmong(manager, account, marked);
      const fresh = marked.filter(({ fingerprint }, at) => !known.has(fingerprint) && isFirst(marked, at));
      const starts = fresh.length === marked.length ? before : null;
      const breaks = balanceBreaks(statement.lines, starts);
      const report = reportOf(book, statement, { fresh, marked, breaks });
      if (fresh.length > 0) await this.keep(manager, principal, { account, file, sha256, statement, fresh, report });
      return report;
    });
  }

  private async keep(
    manager: EntityManager,
    principal: Principal,
    { account, file, sha256, statement, fresh, report }: Kept,
  ): Promise<void> {
    const { cityId, bookId, id: accountId } = account;
    const { id: byId, name: byName } = principal.actor;
    const id = this.ids.next();
    const told = { fileName: file.name, fileHash: sha256, layout: statement.layout, report };
    const row = { cityId, id, bookId, accountId, ...told, importedAt: this.clock.now(), byId, byName };
    await manager.insert(BankStatement, row);
    const of = (value: (line: Marked) => unknown): unknown[] => fresh.map(value);
    await manager.query(
      `INSERT INTO bank_statement_row (city_id, statement_id, account_id, id, row_number, day, time, amount, is_neutral,
         balance, counterparty, summary, reference, fingerprint)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::int[], $6::date[], $7::text[], $8::bigint[], $9::boolean[],
         $10::bigint[], $11::text[], $12::text[], $13::text[], $14::text[])`,
      [
        ...[cityId, id, accountId, of(() => this.ids.next()), of(({ row: number }) => number), of(({ day }) => day)],
        ...[of(({ time }) => time), of(({ amount }) => String(amount)), of(({ isNeutral }) => isNeutral)],
        ...[of(({ balance }) => balance?.toString() ?? null), of(({ counterparty }) => counterparty)],
        ...[of(({ summary }) => summary), of(({ reference }) => reference), of(({ fingerprint }) => fingerprint)],
      ],
    );
    const after = { account: account.code, file: file.name, layout: statement.layout, accepted: fresh.length };
    const line = { action: 'statement.import', subjectKind: 'bank-statement', subjectId: id, after };
    await this.auditLog.record(manager, principal, line);
  }
}

interface Kept {
  readonly account: LedgerAccount;
  readonly file: StatementFile;
  readonly sha256: string;
  readonly statement: ReadStatement;
  readonly fresh: readonly Marked[];
  readonly report: StatementReport;
}

/** What a line says, as a hash. Where neither number nor balance tells two alike apart, their order of coming does. */
function fingerprints(lines: readonly StatementLine[]): readonly Marked[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { day, time, amount, isNeutral, balance, counterparty, summary, reference } = line;
    const told = [day, time, String(amount), isNeutral, balance?.toString(), counterparty, summary, reference];
    const said = JSON.stringify(told);
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    const isTold = reference !== null || balance !== null;
    return {
      ...line,
      fingerprint: createHash('sha256')
        .update(isTold ? said : `${said}#${nth}`)
        .digest('hex'),
    };
  });
}

function isFirst(marked: readonly Marked[], at: number): boolean {
  return marked.findIndex(({ fingerprint }) => fingerprint === marked[at]?.fingerprint) === at;
}

async function knownAmong(
  manager: EntityManager,
  { cityId, id }: LedgerAccount,
  marked: readonly Marked[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ fingerprint: string }[]>(
    `SELECT fingerprint FROM bank_statement_row WHERE city_id = $1 AND account_id = $2 AND fingerprint = ANY ($3)`,
    [cityId, id, marked.map(({ fingerprint }) => fingerprint)],
  );
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

/** What the bank wrote behind the last line that came before. */
async function lastBalance(manager: EntityManager, { cityId, id }: LedgerAccount): Promise<bigint | null> {
  const [row] = await manager.query<{ balance: string }[]>(
    `SELECT balance FROM bank_statement_row WHERE city_id = $1 AND account_id = $2 AND balance IS NOT NULL
     ORDER BY day DESC, id DESC LIMIT 1`,
    [cityId, id],
  );
  return row ? BigInt(row.balance) : null;
}
