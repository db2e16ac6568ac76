import { pinyinOf } from '#libs/registry';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows whose pinyin is written by one statement. */
const AT_ONCE = 5_000;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: string[];
}

/** How the names of compounds sound, so that they are found by pinyin and by initials. */
export class NamePinyin1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE compound_version ADD COLUMN name_pinyin text NOT NULL DEFAULT ''`);
    const cities = (await runner.query('SELECT id FROM city')) as { id: number }[];
    for (const { id } of cities) await this.fill(runner, id);
  }

  /** Names that were there before; the wall shows one city at a time. */
  private async fill(runner: QueryRunner, cityId: number): Promise<void> {
    await runner.query(`SET LOCAL app.city_id = '${cityId}'`);
    const rows = (await runner.query('SELECT id, name, aliases FROM compound_version')) as Named[];
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const part = rows.slice(start, start + AT_ONCE);
      await runner.query(
        `UPDATE compound_version v SET name_pinyin = p.name_pinyin
         FROM unnest($1::uuid[], $2::text[]) AS p (id, name_pinyin) WHERE v.id = p.id`,
        [part.map(({ id }) => id), part.map(({ name, aliases }) => pinyinOf([name, ...aliases]))],
      );
    }
    await runner.query(`SET LOCAL app.city_id = ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE compound_version DROP COLUMN name_pinyin`);
  }
}
