import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NamePinyin1790000000021 } from '../../libs/schema/src/migrations/1790000000021-name-pinyin.js';
import { ownerDataSource } from '../../libs/schema/src/migrate.js';
import { testApp, type TestApp } from '../support/app.js';
import { Register } from './register.js';

describe('the pinyin of names that were there before it was kept', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('is written for every city when the database is brought up to date', async () => {
    const cities = [await Register.of(app), await Register.of(app)];
    for (const city of cities) await city.send('小区名称,别名\n凤凰苑,老干部院\n绿城A区,');
    const source = await ownerDataSource(app.database.ownerUrl).initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const migration = new NamePinyin1790000000021();
      await migration.down(runner);
      await migration.up(runner);
      await runner.commitTransaction();
    } finally {
      await runner.release();
      await source.destroy();
    }
    const kept = 'SELECT name_pinyin AS pinyin FROM compound_version ORDER BY name_pinyin';
    for (const city of cities) {
      expect(await city.rows(kept)).toEqual([
        { pinyin: 'feng huang yuan|lao gan bu yuan' },
        { pinyin: 'lv cheng a qu' },
      ]);
    }
  });
});
