import type zh from '../../zh-CN/office/instalments.js';

const words: typeof zh = {
  instalment: {
    title: 'Payments',
    hint: 'Each is asked for and approved by two: advance on contract, progress on certificate, rest on acceptance.',
    none: 'Once the contract is recorded, its payments are listed here.',
    nth: 'No. {n}',
    kind: { advance: 'advance', progress: 'progress', settlement: 'settlement', retention: 'retention' },
    atOnce: 'paid at once',
    state: { planned: 'not paid yet', asked: 'waits for approval', owing: 'paid in part', paid: 'paid' },
    paid: 'Paid {amount} ({day})',
    endsOn: 'Defects period ends on {day}',
    askedBy: 'Asked for by {name}, {day}',
    approvedBy: 'Approved by {names}',
    nobodyYet: 'Approved by nobody yet',
    sentBack: 'Last sent back because: {reason}',
    ask: 'Ask for payment',
    return: 'Send this payment back',
    returnHint: 'This payment is not made; it may be asked for again. Say why.',
    collect: 'Collect what homes owe',
    collectHint: 'Once homes have topped up, what they still owe of this payment is paid from that.',
    rejectWhole: 'Send the whole request back',
    lessThanAsked:
      'Asked for {amount}; the contract is {rest} less, which is split among nobody and stays the homes’ own.',
    form: {
      isSplit: 'Paid in instalments (otherwise at once)',
      hint: 'Leave empty what there is not. Advance and retention keep to the city’s rules, by default 30 % and 3 %.',
      amountOf: '{kind} (yuan)',
      more: 'Add a payment for progress',
      rest: 'settlement (the rest): {amount}',
      noRest: 'Payments must not pass the contract, and must leave something for the settlement.',
      noDay: 'A retention and the end of its defects period go together.',
      endsOn: 'End of the defects period',
    },
  },
};

export default words;
