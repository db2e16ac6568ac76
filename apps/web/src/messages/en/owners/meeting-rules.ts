export default {
  meetingRules: {
    title: 'Rules of meetings',
    hint:
      'The compound’s own rules, version by version, each with its document. A vote takes over the version of its ' +
      'day; one that departs from it cannot be noticed.',
    new: 'Lay down a version',
    newHint:
      'As the rules say; where they say nothing leave the default. A version is never changed: lay down the next one.',
    none: 'No rules are laid down yet',
    noneHint: 'Votes are prepared under the defaults of the city.',
    inForce: 'In force',
    from: 'from {day}',
    name: 'Title',
    adoptedBy: 'Adopted by whom, and when',
    adoptedByHint: 'Such as: second assembly of 2025; before the first one, the interim covenant',
    effectiveFrom: 'In force from',
    noticeDays: 'Days of notice at least',
    noticeDaysHint: 'By law 15; rules may only ask for more. Leave empty where they say nothing.',
    noticeTold: 'At least {n} days of notice',
    document: 'The document',
    documentHint: 'A scan or photo of the sealed original',
    send: 'Lay down',
    under: 'Filled in as “{title}” says (in force from {day}); what departs from it cannot be noticed.',
    see: 'Rules of meetings',
    laidDown: 'Under “{title}” (in force from {day})',
  },
};
