import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { floorArea } from '../cells/area-cells.js';
import { year } from '../cells/day-cells.js';
import { count, percentage } from '../cells/number-cells.js';
import { point } from '../cells/point-cells.js';
import { code, text } from '../cells/text-cells.js';
import { defineColumns } from './import-columns.js';
import { ImportList } from './import-list.js';
import { IssueReport } from './issue-report.js';

// Lists as they really come; they lie beside the project where it is developed, and are never part of it.
const FOLDER = path.resolve('../shared/data');

const columns = defineColumns({
  name: { label: { zh: '小区名称', en: 'Name' }, type: text(), synonyms: ['plot_name'], required: true },
  address: { label: { zh: '地址', en: 'Address' }, type: text(), fallbacks: ['小区地址'] },
  company: { label: { zh: '物业公司', en: 'Company' }, type: text({ keepNone: true }) },
  fee: { label: { zh: '物业费', en: 'Fee' }, type: text(), synonyms: ['物业费用'] },
  households: { label: { zh: '户数', en: 'Households' }, type: count(), synonyms: ['小区户数', '总户数', '房屋总数'] },
  buildings: { label: { zh: '楼栋数', en: 'Buildings' }, type: count(), synonyms: ['总幢数', '楼栋总数'] },
  area: { label: { zh: '建筑面积', en: 'Area' }, type: floorArea(), synonyms: ['总建筑面积'] },
  built: { label: { zh: '建造年代', en: 'Built' }, type: year(), synonyms: ['小区年代'] },
  green: { label: { zh: '绿化率', en: 'Green' }, type: percentage() },
  place: { label: { zh: '经纬度', en: 'Point' }, type: point() },
});

async function read(file: string) {
  const list = await ImportList.open(path.join(FOLDER, file), path.basename(file), {
    shape: { kind: 'sample', version: 1, columns, keyField: 'name' },
  });
  const report = new IssueReport(columns);
  const rows = [];
  for await (const batch of list.batches(report)) rows.push(...batch.rows);
  await list.close();
  return { list, rows, issues: report.take() };
}

describe('lists of compounds as they are published', () => {
  const files = ['jincheng_fccs', 'jincheng_sofang', 'jincheng_souloula', 'taiyuan_first_300'];

  it.each(files)('%s: every row is understood, every unknown column kept', async (name) => {
    const file = `compounds/${name}.json`;
    if (!existsSync(path.join(FOLDER, file))) {
      await expect(read(file)).rejects.toMatchObject({ code: 'import.file-missing' });
      return;
    }
    const { list, rows, issues } = await read(file);
    expect(issues).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => row.values.place !== null).length).toBeGreaterThan(rows.length * 0.9);
    expect(list.extraColumns).toContain('plot_url');
    expect(list.extraColumns).not.toContain('#key');
    for (const row of rows) {
      expect(row.values.name).not.toBe('');
      expect(row.values.fee ?? '元').toMatch(/元/);
      expect(`${row.values.address}${row.values.company}`).not.toMatch(/暂无(?:资料|数据|信息)$/);
    }
  });

  it('reads the area codes of a city as text, whatever they look like', async () => {
    const shape = {
      kind: 'areas',
      version: 1,
      columns: defineColumns({
        code: { label: { zh: '代码', en: 'code' }, type: code(), required: true },
        name: { label: { zh: '名称', en: 'name' }, type: text(), required: true },
        parent: { label: { zh: '上级', en: 'parent_code' }, type: code() },
      }),
    };
    const file = path.join(FOLDER, 'jincheng_1405.csv');
    const text6 = Buffer.from('level,code,name,parent_code\ncity,1405,晋城市,14\n');
    const list = await ImportList.open(existsSync(file) ? file : text6, 'areas.csv', { shape });
    const report = new IssueReport(shape.columns);
    const codes: string[] = [];
    for await (const batch of list.batches(report)) codes.push(...batch.rows.map((row) => row.values.code));
    expect(report.take()).toEqual([]);
    expect(codes).toContain('1405');
    expect(new Set(codes).size).toBe(codes.length);
  });
});
