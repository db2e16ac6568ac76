import { addDays, addMonths, type Day } from '#libs/kernel';
import { between, chanceFrom } from './chance.js';
import type { DemoCompany } from './companies.js';
import { personName } from './names.js';
import type { DemoList } from './table.js';

const HEADINGS = [
  '对象类型',
  '物业企业',
  '统一社会信用代码',
  '组织形式',
  '名称',
  '书记',
  '党员人数',
  '批准日期',
  '任期开始',
  '任期截止',
  '批准机关',
  '文号',
];

/** The party organisations of the firms, with a few firms that have none, an instructor only, or a lapsed branch. */
export function planCompanyParty(companies: readonly DemoCompany[], today: Day): DemoList {
  const rows = companies.flatMap((company, n) => {
    if (n === 31 || n === 77) return [];
    const chance = chanceFrom(61000 + n);
    const kind = n % 40 === 6 ? '党建指导员' : n % 3 === 0 ? '独立党支部' : n % 3 === 1 ? '联合党支部' : '挂靠党支部';
    const approved = addDays(today, -between(chance, 20, 330));
    const to = n === 57 ? addDays(today, -9) : addMonths(approved, 36);
    const members = kind === '独立党支部' ? between(chance, 3, 20) : between(chance, 1, 8);
    const number = `企党组演示〔${approved.slice(0, 4)}〕${n + 1}号`;
    const name = company.name.replace('有限公司（演示）', kind);
    return [
      [
        '物业企业',
        company.name,
        company.creditCode,
        kind,
        name,
        personName(n + 7),
        members,
        approved,
        approved,
        to,
        '物业行业党委（演示）',
        number,
      ],
    ];
  });
  return { kind: 'party-organisations', list: '演示数据·物业企业党组织（虚构）', headings: HEADINGS, rows };
}
