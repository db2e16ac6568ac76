export default {
  overdue: {
    title: 'Overdue',
    hint:
      'What is past its day in this area: results not published, hand-overs not finished, resolutions not ' +
      'carried out, papers of repairs that did not come; the longest overdue first.',
    none: 'Nothing is overdue',
    noneHint: 'Whatever passes its day undone is listed here by itself.',
    what: 'Matter',
    kind: 'Kind',
    compound: 'Compound',
    who: 'By whom',
    dueOn: 'Due',
    days: 'Overdue',
    late: '{n} days',
    kinds: {
      result: 'Result not published',
      handover: 'Hand-over',
      task: 'Resolution',
      disclosure: 'publication',
      correction: 'correction',
      repair: 'papers of a repair',
      'revenue-statement': 'common revenue',
      'revenue-objection': 'objection',
    },
    wholeCity: 'whole city',
  },
  announcement: {
    missing: 'The result was to be published by {dueOn} and is not. Publish it soon, and say in it why it is late.',
    late: 'The result was to be published by {dueOn}; it was published on {publishedOn}, which is late.',
  },
};
