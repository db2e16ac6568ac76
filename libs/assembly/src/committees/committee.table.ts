import { DOCUMENT_COLUMN_TYPES, type RecordTable } from '#libs/companies';
import { committeeKeys, type CommitteeValues } from './committees.plan.js';

export const COMMITTEE_TABLE: RecordTable<CommitteeValues> = {
  name: 'committee',
  columns: {
    kind: 'text',
    name: 'text',
    seats: 'int',
    members: 'int',
    membersChangedOn: 'date',
    electedOn: 'date',
    lastActivityOn: 'date',
    reelectionGroupOn: 'date',
    ...DOCUMENT_COLUMN_TYPES,
  },
  links: { name: 'committee_compound', owner: 'committee_id' },
  subject: null,
  keysOf: committeeKeys,
};
