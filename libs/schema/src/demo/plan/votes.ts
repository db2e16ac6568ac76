import type { NewAssembly, NewMotion } from '#libs/assembly';

/** A vote of the demo city, from its draft to the days on which it is open. */
export interface DemoVote {
  readonly assembly: NewAssembly;
  readonly motions: readonly NewMotion[];
  readonly window: { readonly opensAt: Date; readonly closesAt: Date };
}

const DAY_MS = 86_400_000;

function motion(told: Partial<NewMotion> & Pick<NewMotion, 'title' | 'matters'>): NewMotion {
  return {
    ...{ body: '', kind: 'plain', votingClass: null, options: [], plain: null, candidates: [] },
    ...{ seats: null, alternates: null, ...told },
  };
}

function held(compoundId: string, title: string, rules: NewAssembly['rules'] = {}): NewAssembly {
  return {
    ...{ compoundId, title, rules, isFirst: false, isRehearsal: true, building: null, stairway: null, petition: null },
    ...{ organiser: 'sub-district', organiserName: '东街街道办事处（演示）', organiserBasis: '演示，不作数' },
    ...{ form: 'written', place: null },
  };
}

/** One vote of one question, which takes three taps, and one of all kinds of questions, which can be changed. */
export function planVotes(compoundId: string, now: Date): readonly DemoVote[] {
  const until = (days: number): DemoVote['window'] => {
    return { opensAt: now, closesAt: new Date(now.getTime() + days * DAY_MS) };
  };
  const candidates = ['王淑兰', '李建国', '赵敏', '陈静', '刘洋', '杨秀英', '周平'].map((name) => ({
    name: `${name}（演示）`,
    note: '业主自荐',
    isDeclared: true,
  }));
  return [
    {
      assembly: held(compoundId, '更换电梯钢丝绳的表决（演练）'),
      motions: [
        motion({
          title: '同意使用维修资金更换电梯钢丝绳吗？',
          body: '更换 4 部电梯的钢丝绳，预算 31,200.00 元，从专项维修资金列支。',
          matters: ['M5'],
        }),
      ],
      window: until(60),
    },
    {
      assembly: held(compoundId, '年度业主大会（演练）', {
        mayChange: true,
        rulesClause: '演示议事规则第九条：截止前可以改票',
      }),
      motions: [
        motion({ title: '修改管理规约', body: '增加电动自行车不进楼的规定。', matters: ['M2'] }),
        motion({
          title: '选聘物业服务企业',
          kind: 'options',
          matters: ['M4'],
          options: ['晋城示例物业服务有限公司', '自行管理'],
        }),
        motion({ title: '选举业主委员会委员', kind: 'election', matters: ['M3'], candidates, seats: 5, alternates: 2 }),
      ],
      window: until(90),
    },
  ];
}
