import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

/** A city's own edition of the devolved powers, who handed which of them to whom, and a counter of every change. */
export class PowersAndDelegations1790000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE power_version (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      power_code text NOT NULL CHECK (power_code ~ '^WY-[0-9]{2}$'),
      effective_from date NOT NULL,
      is_listed boolean NOT NULL,
      name_zh text NOT NULL,
      name_en text NOT NULL,
      legal_basis text NOT NULL,
      legal_mode text NOT NULL,
      community_mode text CHECK (community_mode IN ('ASSISTANCE', 'POLICY_TASK')),
      limit_working_days integer NOT NULL CHECK (limit_working_days BETWEEN 1 AND 250),
      source text NOT NULL,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT power_version_once UNIQUE (city_id, power_code, effective_from))`);
    await wall(runner, 'power_version', 'SELECT, INSERT');
    await this.delegations(runner);
    await runner.query(`CREATE TABLE delegation_stamp (
      city_id smallint PRIMARY KEY REFERENCES city (id),
      version bigint NOT NULL)`);
    await wall(runner, 'delegation_stamp', 'SELECT, INSERT, UPDATE');
  }

  private async delegations(runner: QueryRunner): Promise<void> {
    // On the day of a revocation the power may be granted anew; what ended unaccepted was never in force on any day.
    const days = `CASE WHEN ended_on IS NOT NULL AND accepted_at IS NULL THEN 'empty'::daterange
      ELSE daterange(effective_from, greatest(effective_from,
        least(coalesce(effective_to + 1, 'infinity'::date), coalesce(ended_on, 'infinity'::date))), '[)') END`;
    await runner.query(`CREATE TABLE delegation (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      power_code text NOT NULL,
      from_area_id uuid NOT NULL,
      to_area_id uuid NOT NULL,
      area_id uuid NOT NULL,
      effective_from date NOT NULL,
      effective_to date,
      legal_mode text NOT NULL,
      amount_limit_fen bigint CHECK (amount_limit_fen >= 0),
      chain uuid[] NOT NULL,
      document_number text NOT NULL CHECK (document_number <> ''),
      issued_by text NOT NULL CHECK (issued_by IN ('province', 'city', 'county')),
      published_on date,
      file_id uuid,
      granted_at timestamptz NOT NULL,
      granted_by text NOT NULL,
      accepted_at timestamptz,
      ended_at timestamptz,
      ended_on date,
      PRIMARY KEY (city_id, id),
      CONSTRAINT delegation_from FOREIGN KEY (city_id, from_area_id) REFERENCES area (city_id, id),
      CONSTRAINT delegation_to FOREIGN KEY (city_id, to_area_id) REFERENCES area (city_id, id),
      CONSTRAINT delegation_area FOREIGN KEY (city_id, area_id) REFERENCES area (city_id, id),
      CONSTRAINT delegation_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id),
      CONSTRAINT delegation_days CHECK (effective_to IS NULL OR effective_to >= effective_from),
      CONSTRAINT delegation_end CHECK ((ended_at IS NULL) = (ended_on IS NULL)),
      CONSTRAINT delegation_chain CHECK (chain[cardinality(chain)] = id),
      CONSTRAINT delegation_once EXCLUDE USING gist
        (city_id WITH =, power_code WITH =, to_area_id WITH =, area_id WITH =, (${days}) WITH &&))`);
    await runner.query(`CREATE INDEX delegation_to_body ON delegation (city_id, to_area_id, power_code)`);
    await runner.query(`CREATE INDEX delegation_chain_of ON delegation USING gin (chain)`);
    await runner.query(`CREATE INDEX delegation_by_file ON delegation (city_id, file_id) WHERE file_id IS NOT NULL`);
    await wall(runner, 'delegation', 'SELECT, INSERT');
    // Acceptance and end are the only things that ever change; the rows behind them are below.
    await grant(runner, 'delegation', 'UPDATE (accepted_at, ended_at, ended_on)');
    await runner.query(`CREATE TABLE delegation_step (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      delegation_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('acceptance', 'revocation', 'return')),
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      reason text,
      document_number text,
      readiness jsonb,
      PRIMARY KEY (city_id, id),
      CONSTRAINT delegation_step_of FOREIGN KEY (city_id, delegation_id) REFERENCES delegation (city_id, id))`);
    await runner.query(`CREATE INDEX delegation_step_by ON delegation_step (city_id, delegation_id)`);
    await wall(runner, 'delegation_step', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE delegation_stamp, delegation_step, delegation, power_version`);
  }
}
