import type zh from '../zh-CN/reconciliation.js';

const words: typeof zh = {
  reconciliation: {
    title: 'Compare lists',
    hint: 'Two lists side by side: which rows are one compound, which are in one list only, where they differ.',
    tooFew: 'It takes two lists',
    tooFewHint: 'Import another list of compounds to compare.',
    left: 'List A',
    right: 'List B',
    listRows: '{name} ({n} rows)',
    choose: 'Choose one',
    compare: 'Compare',
    between: '{left} ↔ {right}',
    show: 'Show',
    tab: { open: 'Open', same: 'Same', different: 'Different', onlyLeft: 'Only in A', onlyRight: 'Only in B' },
    none: {
      open: 'Nothing left to decide',
      same: 'None decided as the same yet',
      different: 'None decided as different yet',
    },
    noneOnly: 'No compound is only in “{list}”',
    same: 'The same',
    keepHint: 'When two are the same, the entry of list A stays and the other goes into it.',
    different: 'Not the same',
    why: {
      'equal-name': 'equal names',
      'same-name': 'equal names once normalised',
      'same-core': 'same core of the name',
      'name-contained': 'one name contains the other',
      'similar-name': 'similar names',
      'equal-address': 'equal addresses',
      near: '{metres} m apart',
      far: '{metres} m apart, far',
      'part-differs': 'another phase or part',
      'part-on-one-side': 'a part is named on one side only',
    },
  },
};

export default words;
