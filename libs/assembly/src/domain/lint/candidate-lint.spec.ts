import { describe, expect, it } from '@jest/globals';
import { candidateFindings, type LintCandidate } from './candidate-lint.js';

const fit = (name: string, more: Partial<LintCandidate> = {}): LintCandidate => ({
  ...{ name, note: '', isDeclared: true, isOwner: true },
  ...more,
});
const codesOf = (candidates: readonly LintCandidate[], body = ''): readonly string[] =>
  candidateFindings({ id: 'm1', title: '选举', body, candidates }).map(({ code }) => code);

describe('those who stand for election', () => {
  it('are fit as owners who declared themselves so', () => {
    expect(codesOf([fit('张三'), fit('李四')], '候选人应为本小区业主。')).toEqual([]);
  });

  it('are told by name where something is missing', () => {
    const [finding] = candidateFindings({
      ...{ id: 'm1', title: '选举', body: '' },
      candidates: [fit('张三'), fit('李四', { isOwner: false }), fit('王五', { isOwner: false })],
    });
    expect(finding).toMatchObject({ code: 'candidate-not-owner', severity: 'warns', params: { names: '李四、王五' } });
    expect(codesOf([fit('张三', { isDeclared: false })])).toEqual(['candidate-undeclared']);
  });

  it('may not have one name, since no ballot could tell them apart', () => {
    expect(codesOf([fit('张三'), fit('李四'), fit('张三')])).toEqual(['candidate-twice']);
  });

  it.each([
    '欠缴物业费的业主不得参选。',
    '候选人须缴清物业费方可报名',
    '不得有拖欠物业服务费的情形',
    '按时交纳物业费的业主才有资格',
  ])('are never barred for arrears: "%s"', (body) => {
    expect(codesOf([fit('张三')], body)).toEqual(['arrears-never-bar']);
    expect(codesOf([fit('张三', { note: body })])).toEqual(['arrears-never-bar']);
  });

  it.each(['关于催缴物业费的办法另行讨论。', '不得在本小区物业企业任职', '物业费由各户按时交纳。'])(
    'and nothing is found in "%s"',
    (body) => {
      expect(codesOf([fit('张三')], body)).toEqual([]);
    },
  );
});
