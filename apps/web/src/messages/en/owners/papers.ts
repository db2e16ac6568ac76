export default {
  papers: {
    title: 'Papers',
    hint: 'Printed from what is on file; drafts and rehearsals say so on every page.',
    kind: {
      notice: 'Notice',
      ballots: 'Ballots',
      sample: 'Sample ballot',
      minutes: 'Minutes',
      result: 'Result announcement',
      filing: 'Filing form',
    },
    printPicked: 'Print the ballots picked',
    printHere: 'Print the ballots shown here',
    court: {
      name: 'Court bundle',
      hint: 'Everything of this vote, with a hash of each file. Say why; owners concerned see that it was taken.',
    },
    deemed: {
      title: 'Silence counted: both tallies ({n} parties)',
      hint: 'One counts only what was cast, the other adds the silence that the rules count; both are published.',
      differs: 'The two tallies decide differently',
      way: 'Tally',
      cast: 'Cast ballots only',
      deemed: 'With counted silence',
      took: 'Took part',
      approved: 'In favour',
      outcome: 'Outcome',
      people: 'owners',
    },
    form: { label: 'Form of the meeting', written: 'In writing', collective: 'At a meeting' },
    formHint: {
      written: 'A ballot is brought to every owner, who fills it in and signs.',
      collective: 'Owners meet and vote there; others send a proxy or vote by phone.',
    },
    place: 'Place',
    placeHint: 'Where owners meet, or fetch and return their ballots',
  },
};
