import { describe, expect, it } from '@jest/globals';
import { mattersOn } from '#libs/law';
import { matterInWords, requireOwnAffair, type ItemFacts } from './agenda.js';

const MATTERS = mattersOn('2026-11-23');
const item = (more: Partial<ItemFacts>): ItemFacts => {
  return { title: '议题', body: '内容', kind: 'decide', matter: null, ...more };
};

describe('the matter that an item speaks of', () => {
  it.each([
    ['关于解聘现物业公司的决定', 'M4'],
    ['续聘物业服务企业', 'M4'],
    ['使用 维修资金 更换电梯钢丝绳', 'M5'],
    ['维修资金的使用方案', 'M5'],
    ['补缴维修资金', 'M6'],
    ['加装电梯', 'M7'],
    ['电梯轿厢广告出租', 'M8'],
    ['修改业主大会议事规则', 'M1'],
    ['修改管理规约', 'M2'],
    ['罢免业委会委员', 'M3'],
    ['更换业委会成员', 'M3'],
    ['调整物业费', 'M9a'],
    ['公共收益的使用：支出公共收益三万元', 'M9b'],
    ['发放委员津贴', 'M9c'],
  ])('%s is %s', (title, matter) => {
    expect(matterInWords({ title, body: '' })).toBe(matter);
  });

  it.each(['推选业委会主任', '选举业主委员会主任、副主任', '更换业主委员会印章', '督促物业公司清理楼道', '修缮凉亭'])(
    '%s is an affair of the committee',
    (title) => {
      expect(matterInWords({ title, body: '' })).toBeNull();
    },
  );
});

describe('an item of an agenda', () => {
  it('is refused when it would decide for the owners, by name or by its words', () => {
    expect(() => requireOwnAffair(item({ matter: 'M9' }), MATTERS, null)).toThrow('committee.assembly-matter');
    expect(() => requireOwnAffair(item({ title: '解聘物业公司' }), MATTERS, null)).toThrow('committee.assembly-matter');
    expect(() => requireOwnAffair(item({}), MATTERS, null)).not.toThrow();
  });

  it('may put a matter to the owners', () => {
    expect(() => requireOwnAffair(item({ kind: 'propose', matter: 'M4' }), MATTERS, null)).not.toThrow();
  });

  it('carries out what was resolved on that matter, and nothing else', () => {
    const execute = item({ kind: 'execute', title: '解聘物业公司' });
    expect(() => requireOwnAffair(execute, MATTERS, null)).toThrow('committee.resolution-unfit');
    expect(() => requireOwnAffair(execute, MATTERS, { matters: ['M5'] })).toThrow('committee.resolution-unfit');
    expect(() => requireOwnAffair(execute, MATTERS, { matters: ['M4'] })).not.toThrow();
  });
});
