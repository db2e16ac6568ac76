import { addDays, type Day } from '#libs/kernel';
import { firmName, personName } from './names.js';
import type { DemoList } from './table.js';

/** What the other lists need to know of a firm. */
export interface DemoCompany {
  readonly name: string;
  readonly creditCode: string;
}

const HEADINGS = ['企业名称', '统一社会信用代码', '地址', '联系人', '登记日期', '文号', '登记机关'];

/**
 * The firms of the demo city, with codes that pass the check of GB 32100.
 * @param checkDigit the last character for the first seventeen
 */
export function planCompanies(
  total: number,
  today: Day,
  checkDigit: (first17: string) => string,
): { list: DemoList; companies: DemoCompany[] } {
  const companies = Array.from({ length: total }, (_, n) => {
    const first17 = `91140500MADM${String(n).padStart(4, '0')}${n % 10}`;
    return { name: firmName(n), creditCode: first17 + checkDigit(first17) };
  });
  const rows = companies.map((company, n) => [
    company.name,
    company.creditCode,
    `演示大厦${n + 1}层`,
    personName(n),
    addDays(today, -900 - n * 17),
    `晋市监演示〔${2016 + (n % 9)}〕${n + 1}号`,
    '晋城市市场监督管理局（演示）',
  ]);
  return { list: { kind: 'companies', list: '演示数据·物业企业名录（虚构）', headings: HEADINGS, rows }, companies };
}
