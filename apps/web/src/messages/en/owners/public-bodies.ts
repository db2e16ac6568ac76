export default {
  publicBodies: {
    title: 'Owners’ committee',
    pages: 'Pages of this compound',
    page: {
      votes: 'Votes',
      committee: 'Committee',
      revenue: 'Common revenue',
      maintenance: 'Maintenance fund',
      projects: 'Projects of the fund',
    },
    none: 'No committee is in term',
    noneHint: 'Once one is elected its members are published here.',
    term: 'In term from {from} to {to}',
    noMembers: 'Its members are not recorded yet.',
    days: '{from} to {to}',
    hint: 'Names, posts and terms alone; no phones and nothing else of anybody.',
  },
  find: {
    title: 'Find a compound',
    hint: 'Find your compound, and see its votes, its committee, its money and its projects. No sign-in.',
    name: 'Name or address of the compound',
    nameHint: 'A few characters will do; pinyin or its initials too.',
    none: 'No such compound found',
    noneHint: 'Try other characters, or its address where the name has changed.',
    more: 'These are the first twenty: say more of the name.',
  },
};
