import type zh from '../zh-CN/gaps.js';

const words: typeof zh = {
  gaps: {
    title: 'Gaps',
    heading: '{name} · gaps',
    hint: 'As of {day}: one line for everything that is not fully covered, with reason, article and next step.',
    byTarget: 'By target',
    byState: 'By state',
    allTargets: 'All targets',
    allStates: 'All states',
    subject: 'Subject',
    target: 'Target',
    state: 'State',
    reason: 'Reason and basis',
    recommendation: 'Next step',
    claimed: 'a list says so',
    none: 'No gaps',
    noneFiltered: 'None under these filters; widen them.',
    noneAtAll: 'On this day every target of this area stands on valid evidence.',
  },
  rules: {
    title: 'Rules',
    hint: 'Only these rules decide what is covered; each has its legal basis.',
    count: '{n} rules',
    rule: 'Rule',
    severity: 'Effect',
    legalBasis: 'Basis',
  },
};

export default words;
