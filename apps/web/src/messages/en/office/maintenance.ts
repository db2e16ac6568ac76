import type zh from '../../zh-CN/office/maintenance.js';

const words: typeof zh = {
  maintenance: {
    title: 'Maintenance fund',
    hint: 'The money is the owners’, and moves with their homes. They decide on its use; costs are split by floor area.',
    toCompound: 'Back to the compound',
    xlsx: 'Export the balances of homes',
    table: 'Maintenance fund by home',
    balance: 'Balance',
    deposited: 'Paid in',
    earned: 'Interest and gains',
    spent: 'Spent on repairs',
    waiting: '{amount} more came in and wait to be allotted to homes.',
    byBuilding: 'By building',
    building: 'Building',
    homeCount: 'Homes',
    homes: 'By home',
    home: 'Home',
    area: 'Floor area',
    first: 'First deposit',
    nothingPaid: 'nothing paid in',
    topUps: 'To be topped up',
    topUpsHint:
      'Less than {percent} % of the first deposit ({basis}). A notice goes to its home alone and is not posted.',
    noTopUps: 'No home has to top up.',
    missing: 'Missing',
    notice: 'Notice',
    showNotice: 'Show the notice',
    withoutFirst: 'Of {n} more homes no first deposit is recorded, so nobody can tell.',
    repairs: 'Repairs',
    repairsHint:
      'By resolution of the owners, in an emergency by confirmation of the street. Paid once two people approve.',
    repair: 'Repair',
    document: 'Allowed by',
    stateLabel: 'Stage',
    state: { asked: 'waits for approval', rejected: 'sent back', owing: 'paid in part', paid: 'paid' },
    cost: 'Cost',
    taken: 'Paid',
    owed: 'Owed by homes',
    noRepairs: 'There are no repairs yet.',
    own: 'Maintenance fund of my home',
    toOwn: 'Maintenance fund',
    ownHint:
      'This money is your home’s, for repairs of common parts. When the home is sold, it goes to whoever buys it.',
    lines: 'Every line',
    noLines: 'Nothing was paid in yet.',
    basis: 'Allowed by: {document}',
    then: 'Balance {balance}',
    toPublic: 'Public page',
    public: 'Maintenance fund in public',
    publicHint:
      'Totals of the compound and its buildings, of no home by itself. Owners who sign in see their own lines.',
  },
};

export default words;
