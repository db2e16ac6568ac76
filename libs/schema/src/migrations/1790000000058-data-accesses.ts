import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Who looked at the account of whom; once a day for each viewer and kind of look. */
export class DataAccesses1790000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE data_access (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      user_id uuid NOT NULL,
      viewer_id text NOT NULL,
      viewer_name text NOT NULL,
      what text NOT NULL,
      day date NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT data_access_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX data_access_once ON data_access (city_id, user_id, viewer_id, what, day)`);
    await wall(runner, 'data_access', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE data_access`);
  }
}
