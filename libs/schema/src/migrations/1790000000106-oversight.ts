import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** 监票与保管: who watches a vote, who held its paper when, and who gave a key to look before the close. */
export class Oversight1790000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.overseers(runner);
    await this.custody(runner);
    await this.earlyLooks(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE early_look, early_look_key, paper_custody, assembly_overseer_ending, assembly_overseer',
    );
  }

  private async overseers(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE assembly_overseer (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      role text NOT NULL,
      name text NOT NULL,
      user_id uuid,
      holds_key boolean NOT NULL,
      basis text,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT assembly_overseer_role CHECK (role IN ('scrutineer', 'observer')),
      CONSTRAINT assembly_overseer_key CHECK (NOT holds_key OR user_id IS NOT NULL),
      CONSTRAINT assembly_overseer_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id),
      CONSTRAINT assembly_overseer_account FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await runner.query(`CREATE INDEX assembly_overseer_of ON assembly_overseer (city_id, assembly_id)`);
    await runner.query(
      `CREATE INDEX assembly_overseer_account ON assembly_overseer (city_id, user_id) WHERE user_id IS NOT NULL`,
    );
    await wall(runner, 'assembly_overseer', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE assembly_overseer_ending (
      city_id smallint NOT NULL REFERENCES city (id),
      overseer_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, overseer_id),
      CONSTRAINT assembly_overseer_ending_of FOREIGN KEY (city_id, overseer_id) REFERENCES assembly_overseer (city_id, id))`);
    await wall(runner, 'assembly_overseer_ending', 'SELECT, INSERT');
  }

  private async custody(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE paper_custody (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      assembly_id uuid NOT NULL,
      container text NOT NULL,
      kind text NOT NULL,
      deed text NOT NULL,
      holder text NOT NULL,
      place text NOT NULL,
      seal text,
      note text,
      at timestamptz NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT paper_custody_kind CHECK (kind IN ('box', 'envelope', 'batch')),
      CONSTRAINT paper_custody_deed CHECK (deed IN ('sealed', 'handed-over', 'opened', 'stored')),
      CONSTRAINT paper_custody_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await runner.query(`CREATE INDEX paper_custody_of ON paper_custody (city_id, assembly_id, container, id)`);
    await wall(runner, 'paper_custody', 'SELECT, INSERT');
  }

  private async earlyLooks(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE early_look_key (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      user_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (city_id, assembly_id, user_id),
      CONSTRAINT early_look_key_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id),
      CONSTRAINT early_look_key_account FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await wall(runner, 'early_look_key', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE early_look (
      city_id smallint NOT NULL REFERENCES city (id),
      assembly_id uuid NOT NULL,
      at timestamptz NOT NULL,
      ballots integer NOT NULL,
      counts jsonb NOT NULL,
      PRIMARY KEY (city_id, assembly_id),
      CONSTRAINT early_look_of FOREIGN KEY (city_id, assembly_id) REFERENCES assembly (city_id, id))`);
    await wall(runner, 'early_look', 'SELECT, INSERT');
  }
}
