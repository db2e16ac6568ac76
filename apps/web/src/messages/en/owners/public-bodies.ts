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
};
