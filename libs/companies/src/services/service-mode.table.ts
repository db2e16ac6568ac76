import { serviceKeys, type ServiceValues } from '../domain/services/service-plan.js';
import { DOCUMENT_COLUMN_TYPES, type RecordTable } from '../records/record-table.js';

export const SERVICE_MODE_TABLE: RecordTable<ServiceValues> = {
  name: 'service_mode',
  columns: { mode: 'text', companyId: 'uuid', providerName: 'text', ...DOCUMENT_COLUMN_TYPES },
  links: { name: 'service_mode_compound', owner: 'service_mode_id' },
  subject: null,
  keysOf: serviceKeys,
};
