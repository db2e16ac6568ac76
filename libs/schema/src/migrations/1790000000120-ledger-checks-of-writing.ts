import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks of an account that hold whenever one is written, though not every time its balance moves. */
const DOMAINS = [
  ['code', 'ledger_account_code', `VALUE ~ '^[^[:space:][:cntrl:]/?#%]{1,120}$'`, 'ledger_account_coded'],
  [
    ...(['kind', 'ledger_account_kind'] as const),
    `VALUE IN ('asset', 'liability', 'equity', 'income', 'expense', 'other')`,
    'ledger_account_kind',
  ],
] as const;

/** Told to be as steady as what it is made of, so that it becomes part of whatever asks for it. */
const HASH = 'ledger_entry_hash(date, text, text, text, uuid, uuid, jsonb)';

/** The city of a line or an entry is that of its book and account: their keys name it, and lead to it. */
const IMPLIED = ['ledger_entry', 'ledger_line'] as const;

/**
 * What every posting paid for and nobody gained by: the city asked for again for each entry and line, which made all
 * postings of a city meet on one row, and the code and kind of an account looked at whenever its balance moved.
 */
export class LedgerChecksOfWriting1790000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${HASH} STABLE`);
    for (const table of IMPLIED) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_city_id_fkey`);
    for (const [column, domain, check, former] of DOMAINS) {
      await runner.query(`CREATE DOMAIN ${domain} AS text CHECK (${check})`);
      await runner.query(`ALTER TABLE ledger_account DROP CONSTRAINT ${former}, ALTER COLUMN ${column} TYPE ${domain}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${HASH} IMMUTABLE`);
    for (const [column, domain, check, former] of DOMAINS) {
      const told = check.replace('VALUE', column);
      await runner.query(
        `ALTER TABLE ledger_account ALTER COLUMN ${column} TYPE text, ADD CONSTRAINT ${former} CHECK (${told})`,
      );
      await runner.query(`DROP DOMAIN ${domain}`);
    }
    for (const table of IMPLIED)
      await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (city_id) REFERENCES city (id)`);
  }
}
