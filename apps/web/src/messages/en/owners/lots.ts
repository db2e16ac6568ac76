export default {
  lots: {
    title: 'Public lot',
    record: 'Record the lot',
    needed: 'Equal in every way: {names}. Draw a lot in public and record it before the result is filed.',
    hint: 'Recorded once, after it was drawn in public, and never changed; seats and alternates follow its order.',
    order: 'Order drawn',
    orderHint: {
      seats: 'The first {n} are elected.',
      alternates: 'The first {n} stand by, in this order.',
    },
    place: 'Place {n}',
    drawnAt: 'When it was drawn',
    where: 'Where',
    method: 'How',
    methodHint: 'Such as: slips in the ballot box, drawn by the candidates one after the other',
    witness: 'Witness {n}',
    witnessHint: 'Two witnesses, neither of them a candidate who draws.',
    send: 'Record what was drawn',
    drawn: {
      seats: 'Equal in every way; a lot gave {n} seats, in this order:',
      alternates: 'Equal in every way; a lot gave {n} places of alternates, in this order:',
    },
    told: 'Drawn in public on {instant}, {place} ({method})',
    witnessed: 'Witnesses: {names}',
    candidate: 'candidate {n}',
  },
};
