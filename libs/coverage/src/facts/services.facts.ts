import type { Day } from '#libs/kernel';
import type { ServiceModeFacts } from '../domain/facts.js';
import { checksTold, readChecks } from './checks.facts.js';
import { fieldsOf, listed, record, type Reading } from './reading.js';

const NONE: readonly ServiceModeFacts[] = [];

/** Joins the service modes of the compound `v`, those that begin later included: they tell when a verdict changes. */
export function servicesTold(reading: Reading): string {
  const columns = ['s.record_id', 's.mode', 's.company_id', 's.issued_on', 's.effective_from', 's.effective_to'];
  const { join, isShared } = sharedDocuments(reading);
  return reading.toldOfCompound({
    as: 'service',
    text: listed(record(...columns, 's.filed_on', isShared, 'service_check.told'), '\n'),
    from: `service_mode_compound l JOIN service_mode s ON s.city_id = l.city_id AND s.id = l.service_mode_id
      ${checksTold(reading, 'service_check', 's.record_id')} ${join}`,
    where: `l.city_id = $1 AND ${reading.known('s')}`,
    key: 'l.compound_id',
  });
}

/** Joins the newest sign of service at the compound `v` up to the day. */
export function lastSignTold(reading: Reading): string {
  return reading.toldOfCompound({
    as: 'sign',
    text: 'max(g.on_day)::text',
    from: 'service_sign g',
    where: `g.city_id = $1 AND g.on_day <= $2 AND ${reading.known('g')}`,
    key: 'g.compound_id',
  });
}

/**
 * Whether a document stands behind more than one compound outside a bundle (an integrity finding). In a whole city the
 * few numbers that are used twice are found first, by several records or by one record of several compounds.
 */
function sharedDocuments(reading: Reading): { readonly join: string; readonly isShared: string } {
  const link = 'service_mode_compound u ON u.city_id = t.city_id AND u.service_mode_id = t.id';
  const counted = `t.city_id = $1 AND t.mode <> 'B' AND ${reading.known('t')}`;
  if (reading.extent !== 'city') {
    const others = `SELECT FROM service_mode t JOIN ${link}
      WHERE ${counted} AND t.document_number = s.document_number AND NOT u.compound_id = ANY(standing.same)`;
    return { join: '', isShared: `EXISTS (${others})` };
  }
  const who = 'coalesce(w.merged_into, u.compound_id)::text';
  const join = `LEFT JOIN (SELECT t.document_number FROM service_mode t JOIN ${link}
        LEFT JOIN merger w ON w.compound_id = u.compound_id
      WHERE ${counted} AND t.document_number IN (
        SELECT t.document_number FROM service_mode t WHERE ${counted} GROUP BY t.document_number HAVING count(*) > 1
        UNION SELECT t.document_number FROM service_mode t WHERE ${counted} AND t.id IN (
          SELECT service_mode_id FROM service_mode_compound WHERE city_id = $1
          GROUP BY service_mode_id HAVING count(*) > 1))
      GROUP BY t.document_number HAVING min(${who}) <> max(${who})) shared
    ON shared.document_number = s.document_number`;
  return { join, isShared: 'shared.document_number IS NOT NULL' };
}

export function readServices(told: string | null | undefined, lastSignOn: Day | null): readonly ServiceModeFacts[] {
  if (!told) return NONE;
  return told.split('\n').map((one): ServiceModeFacts => {
    const [recordId, mode, companyId, issuedOn, from, to, filedOn, isShared, checks] = fieldsOf(one);
    return {
      recordId: recordId as string,
      issuedOn: issuedOn || null,
      effectiveFrom: from as string,
      effectiveTo: to || null,
      filedOn: filedOn || null,
      checks: readChecks(checks),
      mode: mode as ServiceModeFacts['mode'],
      companyId: companyId || null,
      sharedDocument: isShared === 't',
      lastSignOn,
    };
  });
}
