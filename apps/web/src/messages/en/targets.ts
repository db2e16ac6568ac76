import type zh from '../zh-CN/targets.js';

const words: typeof zh = {
  targets: {
    title: 'Target values',
    hint: 'How much each area must reach, in which year and by which day.',
    set: 'Set a target value',
    change: 'Change',
    none: 'No target values yet',
    noneHint: 'Once set, the board draws the line and says how much is missing.',
    noneAsk: 'The city or county sets them; then the board draws the line and says how much is missing.',
    year: 'Year',
    area: 'Area',
    rate: 'Target',
    rateHint: 'From 0.00 to 100.00, with two decimals.',
    deadline: 'Deadline',
  },
};

export default words;
