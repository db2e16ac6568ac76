import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const PROJECT = 'FOREIGN KEY (city_id, project_id) REFERENCES fund_project (city_id, id)';
const PAYMENT = 'FOREIGN KEY (city_id, payment_id) REFERENCES fund_payment (city_id, id)';
const FILE = 'FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id)';
const ENTRY = 'FOREIGN KEY (city_id, entry_id, book_id) REFERENCES ledger_entry (city_id, id, book_id)';

const ADDED = ['fund_project', 'fund_decision', 'fund_project_step', 'fund_quote', 'fund_payment'] as const;
const ANSWERED = ['fund_payment_approval', 'fund_payment_rejection'] as const;
/** What sets money aside and what was paid is written by functions alone. */
const BY_FUNCTION = ['fund_project_hold', 'fund_payment_posting'] as const;

/** 用款项目: from application to acceptance as steps that are only added; what stands is computed from them. */
export class Spending1790000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.projects(runner);
    await this.payments(runner);
    for (const table of [...ADDED, ...ANSWERED]) await wall(runner, table, 'SELECT, INSERT');
    for (const table of BY_FUNCTION) await wall(runner, table, 'SELECT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...BY_FUNCTION, ...ANSWERED, ...ADDED.toReversed()].join(', ')}`);
  }

  private async projects(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fund_project (
      ${KEY}, id uuid NOT NULL, compound_id uuid NOT NULL, title text NOT NULL, use_code text NOT NULL,
      reason text NOT NULL, amount bigint NOT NULL, beneficiary text, emergency text, applied_on date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_project_amount CHECK (amount > 0),
      CONSTRAINT fund_project_use CHECK (use_code ~ '^50[0-9]{2}$'),
      CONSTRAINT fund_project_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query('CREATE INDEX fund_project_of ON fund_project (city_id, compound_id)');
    await runner.query(`CREATE TABLE fund_decision (
      ${KEY}, id uuid NOT NULL, kind text NOT NULL, resolution_id uuid, act_id uuid, compound_id uuid NOT NULL,
      use_code text NOT NULL, amount bigint NOT NULL, decided_on date NOT NULL, document text NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_decision_kind CHECK ((kind = 'resolution' AND resolution_id IS NOT NULL AND act_id IS NULL)
        OR (kind = 'act' AND act_id IS NOT NULL AND resolution_id IS NULL)),
      CONSTRAINT fund_decision_amount CHECK (amount > 0),
      CONSTRAINT fund_decision_of_resolution UNIQUE (city_id, resolution_id),
      CONSTRAINT fund_decision_of_act UNIQUE (city_id, act_id),
      CONSTRAINT fund_decision_resolution FOREIGN KEY (city_id, resolution_id) REFERENCES resolution (city_id, id),
      CONSTRAINT fund_decision_act FOREIGN KEY (city_id, act_id) REFERENCES act_issue (city_id, id),
      CONSTRAINT fund_decision_compound FOREIGN KEY (city_id, compound_id) REFERENCES compound (city_id, id))`);
    await runner.query(`CREATE TABLE fund_project_step (
      ${KEY}, project_id uuid NOT NULL, step text NOT NULL, on_day date NOT NULL, note text, agrees boolean,
      decision_id uuid, number text, counterparty text, credit_code text, amount bigint, ${BY},
      CONSTRAINT fund_project_step_pkey PRIMARY KEY (city_id, project_id, step),
      CONSTRAINT fund_project_step_word CHECK (step IN ('review', 'decision', 'contract', 'acceptance', 'closing')),
      CONSTRAINT fund_project_step_review CHECK ((step = 'review') = (agrees IS NOT NULL)),
      CONSTRAINT fund_project_step_decision CHECK ((step = 'decision') = (decision_id IS NOT NULL)),
      CONSTRAINT fund_project_step_contract CHECK ((step = 'contract') = (number IS NOT NULL)
        AND (step = 'contract') = (counterparty IS NOT NULL) AND (step = 'contract') = (amount IS NOT NULL)
        AND amount > 0),
      CONSTRAINT fund_project_step_of ${PROJECT},
      CONSTRAINT fund_project_step_decided FOREIGN KEY (city_id, decision_id)
        REFERENCES fund_decision (city_id, id))`);
    await runner.query(`CREATE INDEX fund_project_step_under ON fund_project_step (city_id, decision_id)
      WHERE decision_id IS NOT NULL`);
    await runner.query(`CREATE TABLE fund_quote (
      ${KEY}, id uuid NOT NULL, project_id uuid NOT NULL, firm text NOT NULL, amount bigint NOT NULL, file_id uuid, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_quote_once UNIQUE (city_id, project_id, firm),
      CONSTRAINT fund_quote_amount CHECK (amount > 0),
      CONSTRAINT fund_quote_of ${PROJECT},
      CONSTRAINT fund_quote_file ${FILE})`);
    await runner.query(`CREATE TABLE fund_project_hold (
      ${KEY}, hold_id uuid NOT NULL, book_id uuid NOT NULL, project_id uuid NOT NULL, source text NOT NULL,
      PRIMARY KEY (city_id, hold_id),
      CONSTRAINT fund_project_hold_of ${PROJECT},
      CONSTRAINT fund_project_hold_is FOREIGN KEY (city_id, hold_id, book_id)
        REFERENCES ledger_hold (city_id, id, book_id))`);
    await runner.query('CREATE INDEX fund_project_hold_by ON fund_project_hold (city_id, project_id)');
  }

  private async payments(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fund_payment (
      ${KEY}, id uuid NOT NULL, project_id uuid NOT NULL, amount bigint NOT NULL, payee text NOT NULL,
      memo text NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT fund_payment_amount CHECK (amount > 0),
      CONSTRAINT fund_payment_of ${PROJECT})`);
    await runner.query('CREATE INDEX fund_payment_by ON fund_payment (city_id, project_id)');
    await runner.query(`CREATE TABLE fund_payment_approval (
      ${KEY}, payment_id uuid NOT NULL, position smallint NOT NULL, declaration text NOT NULL, ${BY},
      CONSTRAINT fund_payment_approval_pkey PRIMARY KEY (city_id, payment_id, position),
      CONSTRAINT fund_payment_approval_two CHECK (position IN (1, 2)),
      CONSTRAINT fund_payment_approval_people UNIQUE (city_id, payment_id, by_id),
      CONSTRAINT fund_payment_approval_of ${PAYMENT})`);
    await runner.query(`CREATE TABLE fund_payment_rejection (
      ${KEY}, payment_id uuid NOT NULL, reason text NOT NULL, ${BY},
      CONSTRAINT fund_payment_rejection_pkey PRIMARY KEY (city_id, payment_id),
      CONSTRAINT fund_payment_rejection_of ${PAYMENT})`);
    await runner.query(`CREATE TABLE fund_payment_posting (
      ${KEY}, payment_id uuid NOT NULL, entry_id uuid NOT NULL, book_id uuid NOT NULL, source text NOT NULL,
      PRIMARY KEY (city_id, payment_id),
      CONSTRAINT fund_payment_posting_once UNIQUE (city_id, entry_id),
      CONSTRAINT fund_payment_posting_of ${PAYMENT},
      CONSTRAINT fund_payment_posting_entry ${ENTRY})`);
  }
}
