import { describe, expect, it } from '@jest/globals';
import { POWER_KINDS } from '../catalogue/power.js';
import { composePaper } from './official-paper.js';

const act = {
  kind: 'filing',
  office: '东街街道办事处',
  documentNumber: '1405-WY04-2026-000001',
  powerName: '业委会备案',
  legalBasis: '《物业管理条例》第十六条',
  applicant: '凤台花园业主委员会',
  compound: '凤台花园',
  form: [
    { label: '名称', value: '凤台花园业主委员会' },
    { label: '应有席位', value: 7 },
    { label: '任期开始', value: '2026-05-20' },
    { label: '备注', value: null },
  ],
  decision: '准予备案。',
  issuedOn: '2026-06-01',
  isRevoked: false,
} as const;

describe('the paper of an act', () => {
  it('says what was filled in, with days as papers write them, and leaves out what was not', () => {
    expect(composePaper(act)).toMatchObject({
      title: '备案通知书',
      addressee: '凤台花园业主委员会',
      facts: [
        ['名称', '凤台花园业主委员会'],
        ['应有席位', '7'],
        ['任期开始', '2026年5月20日'],
      ],
      date: '二〇二六年六月一日',
    });
  });

  it('tells the remedies where its kind asks for them, and only there', () => {
    const told = POWER_KINDS.filter((kind) => composePaper({ ...act, kind }).remedy !== null);
    expect(told).toEqual(['approval', 'supervision', 'enforcement']);
  });
});
