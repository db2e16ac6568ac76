import { DOCUMENT_COLUMN_TYPES, type RecordTable } from '#libs/companies';
import { partyKeys, type PartyValues } from './lists/party-organisations.plan.js';

export const PARTY_ORGANISATION_TABLE: RecordTable<PartyValues> = {
  name: 'party_organisation',
  columns: {
    subjectKind: 'text',
    subjectId: 'uuid',
    kind: 'text',
    name: 'text',
    secretary: 'text',
    memberCount: 'int',
    ...DOCUMENT_COLUMN_TYPES,
  },
  links: null,
  subject: 'subjectId',
  keysOf: partyKeys,
};
