import { expect, it } from '@jest/globals';
import { topUpNotice } from './top-up-notice.js';

it('tells one home what it lacks, by which text, and who decides', () => {
  const facts = { compound: '凤台花园', address: '1号楼1单元101', on: '2026-11-27', percent: 30 };
  const home = { first: 1_000_000n, balance: 250_000n };
  const text = topUpNotice({ ...facts, basis: '《住宅专项维修资金管理办法》第十七条' }, home, {
    ...{ missing: 50_000n, toFirst: 750_000n },
  });
  expect(text.split('\n')).toEqual([
    '住宅专项维修资金续交通知',
    '凤台花园1号楼1单元101业主：',
    '截至2026年11月27日，您家房屋的维修资金分户余额为 2500.00 元，不足首期交存额 10000.00 元的 30%。',
    '依照《住宅专项维修资金管理办法》第十七条，应当及时续交：补到 30% 还差 500.00 元，补到首期还差 7500.00 元。',
    '续交的数额和办法由业主共同决定（民法典第二百七十八条第一款第六项）。资金存入您家的分户账，房屋转让时随房屋过户。',
  ]);
});
