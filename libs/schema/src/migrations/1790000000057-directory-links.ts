import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Which account belongs to which person of the city's own directory. */
export class DirectoryLinks1790000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE directory_link (
      city_id smallint NOT NULL REFERENCES city (id),
      user_id uuid NOT NULL,
      issuer text NOT NULL,
      subject text,
      linked_at timestamptz NOT NULL,
      linked_by text NOT NULL,
      PRIMARY KEY (city_id, user_id),
      CONSTRAINT directory_link_subject_once UNIQUE (city_id, issuer, subject),
      CONSTRAINT directory_link_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await wall(runner, 'directory_link', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE directory_link`);
  }
}
