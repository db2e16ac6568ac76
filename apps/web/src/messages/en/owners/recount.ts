import type zh from '../../zh-CN/owners/recount.js';

const words: typeof zh = {
  recount: {
    title: 'Recount a vote',
    file: 'Count the ballots yourself',
    hint: 'Choose a published bundle: your browser counts every motion again. No sign-in; the file is not sent.',
    formats: 'A bundle from the page of the vote (a .json file)',
    counting: 'Counting…',
    result: 'The count',
    summary: 'Counted: {n} in all; on the roll {owners} owners and {area}.',
    truncated:
      'Percentages are cut off at two decimals, not rounded; nothing is decided on them. ' +
      'The upright line in a picture is what must be reached.',
    shareOf: '{share} of {base}',
    printed: 'Printed {instant}. From: {source}. Counted again by a browser from the bundle.',
    heads: '{n} owners',
    and: ', ',
    partsBy: '; ',
    absent: 'Did not vote',
    counts: 'What was said, and its share of all owners',
    quorum: 'Took part',
    approval: 'Approve',
    enough: 'Enough',
    stillShort: '{amount} short',
    notAsked: 'nothing is asked',
    needs: '{share}: at least {need}',
    atLeast: 'needs {n}/{d} of {base} or more',
    moreThan: 'needs more than {n}/{d} of {base}',
    over: '{amounts} to spare',
    short: '{amounts} short',
    nothing: 'Nobody took part, or there are no heads or no area to measure against.',
    passing: '{n} of {of} have enough',
    seatsHint:
      'Most approvals first, by owners, then by area. The bundle holds no seats: they go from the top to those who ' +
      'have enough; a public lot decides between equals.',
    sensitiveCandidates: 'If invalid ballots were treated the other way, the result of these would change:',
    notCounted: 'Nothing was counted',
    faultNext:
      'If nobody changed the file: download it again from the page of the vote; if it stays so, tell its publisher ' +
      'the sentence above.',
    meaning: 'What this shows',
    meaningHint:
      'That the ballots in this file come to this result, whoever says otherwise. Not that the file is the published ' +
      'one: download it yourself from the page of the vote, or compare it with that of a neighbour.',
    offlineHint: 'Once the page is open, it counts with the network cut as well.',
    kept: 'This page is kept on this device and opens without a network from now on.',
    own: 'Find my ballot',
    ownHint:
      'Choose the proof that you kept of your vote, to see whether your ballot is on the sealed board. ' +
      'It says how you voted: give it to nobody. It is not sent.',
    code: 'Receipt code',
    codeHint: 'The twelve signs on the receipt, such as 9F2C-0A71-B3DE; its QR code fills them in',
    noCode: 'A code has twelve signs (0 to 9, A to F). Check it against the receipt.',
    codeAlone:
      'The code shows that this ballot is on the board. Choose the receipt that you saved to see what it says.',
    proof: 'The receipt that you saved (proof of your vote)',
    proofHint: 'The proof that you saved after voting (a .json file)',
    noProof: 'This is no proof. Choose the file that you saved after voting; a bundle belongs above.',
    paste: 'Or paste its text here',
    board: 'Board',
    boardHint: 'The board from the page of the vote (a .json file)',
    boardFetched: 'Fetched from the page of the vote; you may choose one that you kept yourself.',
    noBoard: 'This is no board. Download the board from the page of the vote.',
    tooEarly: 'The result is not published yet. Come back once it is: your ballot is found here then. Keep the code.',
    boardMissing:
      'The proof was read. The board is missing: download it from the page of the vote and choose it above.',
    boardRoot: 'Fingerprint of the board',
    boardSize: 'Ballots on the board',
    boardPlace: 'Place of your ballot',
    ballotSays: 'Your ballot says',
    shows: 'This shows',
    showsHint: 'Your ballot was sealed into the board as it stands above; it was not changed and not removed.',
    showsNot: 'This does not show',
    showsNotHint:
      'Whether the ballots of others are real; whether the published sums are those of the ballots on the board, ' +
      'which only somebody with all ballots can check, such as a court. Compare the fingerprint with the notice ' +
      'board and with your neighbours: only if they agree is it one and the same board.',
    outcome: { ADOPTED: 'Adopted', NOT_ADOPTED: 'Not adopted', NO_QUORUM: 'Too few took part' },
    passes: { ADOPTED: 'enough', NOT_ADOPTED: 'not enough', NO_QUORUM: 'too few took part' },
    margin: {
      ADOPTED: '{parts}.',
      NOT_ADOPTED: 'Approvals: {parts}.',
      NO_QUORUM: 'Took part: {parts}. The vote is void.',
    },
    sensitive: {
      exclude: 'Mind: if invalid ballots did not count as taking part, it would be "{outcome}".',
      as_abstain: 'Mind: if invalid ballots counted as abstentions, it would be "{outcome}".',
    },
    scale: { heads: 'Owners', weight: 'Area' },
    base: { electorate: 'all owners', participants: 'those who took part' },
    choice: { for: 'For', against: 'Against', abstain: 'Abstain', invalid: 'Invalid' },
    fault: {
      empty: 'The file is empty. Download the bundle again from the page of the vote.',
      'not-json':
        'The file is no bundle, or was not downloaded whole. Download it again (a .json file) and choose it unchanged.',
      unreadable: 'The browser cannot read the file: it was moved, changed, or is too large. Choose it once more.',
      proof: 'This is the proof of your vote, not a bundle. It belongs below, to "Find my ballot".',
      board: 'This is a board, not a bundle. It belongs below, to "Find my ballot".',
      address:
        'The link does not lead to a file published here, and it was not fetched. Open it again from the page of ' +
        'the vote, or choose a file.',
    },
    ballot: {
      'on-board': 'Your ballot is on the board',
      'not-on-board': 'This ballot is not on the board',
      'other-board': 'This is another board',
      'broken-board': 'The board itself is not whole',
      'head-alone': 'The whole board is missing',
    },
    ballotHint: {
      'on-board': 'The proof leads to the fingerprint of the board.',
      'not-on-board':
        'The proof does not lead to the fingerprint of the board. Make sure that both are of the same vote and ' +
        'unchanged; if they are, keep both files and tell the scrutineers and the sub-district.',
      'other-board':
        'The proof is of a board of {proof} ballots, this one has {board}. Choose the board of the same vote; if it ' +
        'is that one, keep both files and tell the scrutineers and the sub-district.',
      'broken-board':
        'Entries are missing, there twice or out of order, and do not lead to its fingerprint. Download it again; if ' +
        'it stays so, keep the file and tell the scrutineers and the sub-district.',
      'head-alone':
        'Only the head of the board is here. Download the whole board from the page of the vote, and choose it above.',
    },
  },
};

export default words;
