import type zh from '../zh-CN/compounds.js';

const words: typeof zh = {
  compounds: {
    title: 'Compounds',
    heading: '{name} · compounds',
    add: 'Add a compound',
    search: 'Find by name, pinyin initials, address or code',
    allStatuses: 'Every status',
    none: 'No compounds',
    noneFiltered: 'None under these filters; try another word.',
    noneAtAll: 'No compound is registered in this area yet.',
    noneAsk: 'No compound is registered here yet. The sub-district, county or city imports the list.',
    directly: 'Only those in no area below',
  },
  denominator: {
    title: 'Denominator',
    heading: '{name} · where the denominator comes from',
    hint: 'Rates are divided by the compounds in use. Each that came or left has a line here.',
    from: 'From',
    to: 'to {day}',
    opening: 'In use on {day}',
    closing: 'In use on {day}',
    in: 'Came',
    out: 'Left',
    cause: {
      registered: 'registered',
      delivered: 'delivered',
      'moved-in': 'moved in',
      restored: 'back in use',
      demolished: 'demolished',
      merged: 'merged',
      'under-construction': 'under construction',
      'moved-out': 'moved out',
      ended: 'record ended',
    },
    change: 'Change',
    reason: 'Reason',
    source: 'Source',
    none: 'Nothing came or left in this time',
    noneHint: 'Begin earlier to see older changes.',
  },
};

export default words;
