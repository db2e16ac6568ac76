/** What voters and those who serve them write while a vote is open. */
export const WRITTEN_BY_VOTERS: readonly string[] = [
  ...['ballot', 'assembly_step', 'delivery', 'party_succession', 'proxy', 'proxy_revocation'],
  ...['paper_slip', 'paper_slip_step', 'paper_batch', 'paper_keying', 'paper_batch_casting'],
  ...['paper_custody', 'early_look_key', 'audit_line', 'session', 'owner_code', 'outbox_message', 'unit_binding'],
];

/** What is read besides, by whoever signs in, sees the vote and casts. */
const READ_BY_VOTERS: readonly string[] = [
  ...['assembly', 'motion', 'roll_version', 'roll_party', 'roll_entry', 'assembly_objection', 'objection_answer'],
  ...[
    'assembly_result',
    'election_lot',
    'resolution',
    'vote_stoppage',
    'assembly_overseer',
    'assembly_overseer_ending',
    'early_look',
    'city',
    'city_stamp',
    'area',
    'compound',
    'compound_version',
  ],
  ...['user_account', 'role_grant', 'rule_value', 'unit', 'unit_version', 'owner', 'owner_detail'],
  ...['ownership', 'ownership_share', 'file'],
];

/** The tables of an open vote: where one of them cannot be read, nobody can vote. */
export const VOTE_TABLES: readonly string[] = [...WRITTEN_BY_VOTERS, ...READ_BY_VOTERS];
