import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

/** Whatever names a file. */
const NAMING = ['import', 'service_mode', 'committee', 'party_organisation'];
/** Records had room for one file, which nothing could upload; from now on any number of scans names the record. */
const RECORDS = NAMING.slice(1);

/** Scans of papers: who uploaded which file, and to which evidence it was attached; equal content is one file. */
export class Scans1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.oneFilePerContent(runner);
    await runner.query(`CREATE TABLE file_upload (
      city_id smallint NOT NULL REFERENCES city (id),
      file_id uuid NOT NULL,
      uploaded_by_id text NOT NULL,
      name text NOT NULL,
      media_type text NOT NULL,
      uploaded_at timestamptz NOT NULL,
      uploaded_by text NOT NULL,
      PRIMARY KEY (city_id, file_id, uploaded_by_id),
      CONSTRAINT file_upload_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await wall(runner, 'file_upload', 'SELECT, INSERT');
    await runner.query(`CREATE TABLE scan (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      subject_kind text NOT NULL CHECK (subject_kind IN
        ('service-mode', 'committee', 'party-organisation', 'service-sign', 'field-check')),
      subject_id uuid NOT NULL,
      file_id uuid NOT NULL,
      attached_at timestamptz NOT NULL,
      attached_by text NOT NULL,
      attached_by_id text NOT NULL,
      PRIMARY KEY (city_id, id),
      CONSTRAINT scan_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX scan_once ON scan (city_id, subject_id, file_id)`);
    await runner.query(`CREATE INDEX scan_of_file ON scan (city_id, file_id)`);
    await wall(runner, 'scan', 'SELECT, INSERT');
    for (const table of RECORDS) await runner.query(`ALTER TABLE ${table} DROP COLUMN file_id`);
  }

  /** Lists that were sent again were kept again; the first copy stays, and whatever named another names it. */
  private async oneFilePerContent(runner: QueryRunner): Promise<void> {
    const tables = ['file', ...NAMING];
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const table of NAMING) {
      await runner.query(`UPDATE ${table} t SET file_id = f.first FROM (
        SELECT city_id, id, first_value(id) OVER (PARTITION BY city_id, sha256 ORDER BY id) AS first FROM file) f
        WHERE f.city_id = t.city_id AND f.id = t.file_id AND f.first <> f.id`);
    }
    await runner.query(`DELETE FROM file t USING file f
      WHERE f.city_id = t.city_id AND f.sha256 = t.sha256 AND f.id < t.id`);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE UNIQUE INDEX file_content_once ON file (city_id, sha256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of RECORDS) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN file_id uuid,
        ADD CONSTRAINT ${table}_file FOREIGN KEY (city_id, file_id) REFERENCES file (city_id, id)`);
    }
    await runner.query(`DROP TABLE scan, file_upload`);
    await runner.query(`DROP INDEX file_content_once`);
  }
}
