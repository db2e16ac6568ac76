import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SentList } from './importing.js';

/** Lists as portals publish them, where they lie beside the project; they are read and never copied. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/data/compounds');

type Row = Readonly<Record<string, string>>;

/** A list of compounds, with its rows in their order. */
export interface PortalList extends SentList {
  /** The name under which the list is known: its file's, without the ending. */
  readonly list: string;
  readonly rows: readonly Row[];
}

function listOf(fileName: string, text: string): PortalList {
  const rows = Object.values(JSON.parse(text) as Record<string, Row>);
  return { kind: 'compounds', fileName, list: fileName.replace(/\.json$/, ''), text, rows };
}

function row(portal: number, n: number): Row {
  const company = n % 5 === portal ? `第${n % 7}物业服务有限公司` : '暂无数据';
  return {
    plot_name: `${'东西南北'[n % 4]}苑${Math.floor(n / 4) + 1}区`,
    地址: ` 太行路${n + 1}号 `,
    '小区户数：': n % 3 === 0 ? '不详' : `${200 + n * 10 + portal}户`,
    物业公司: n % 11 === 0 ? '业主自管' : company,
    经纬度: `${(112.84 + n / 1000).toFixed(6)},${(35.49 + portal / 10_000).toFixed(6)}`,
  };
}

/** Where the real lists are absent: three that overlap, with the same odd headings and words for nothing. */
function madeUp(): PortalList[] {
  return [0, 1, 2].map((portal) => {
    const rows = Array.from({ length: 40 }, (_, n) => row(portal, n + portal * 8));
    const text = JSON.stringify(Object.fromEntries(rows.map((each) => [each['plot_name'], each])));
    return listOf(`city_portal-${portal + 1}.json`, text);
  });
}

/** The lists of one city, by the word with which their file names begin. */
export function portalLists(city: 'jincheng' | 'taiyuan'): readonly PortalList[] {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.startsWith(`${city}_`)) : [];
  const lists = files.sort().map((name) => listOf(name, readFileSync(path.join(FOLDER, name), 'utf8')));
  return lists.length > 0 ? lists : madeUp().slice(0, city === 'jincheng' ? 3 : 1);
}
