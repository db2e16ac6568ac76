import type { BookCheck } from './verification.queries.js';

/** Where a line of the bank is to be found: its account, its file, its row. */
const PLACE = `concat_ws(' / ', a.code, s.file_name, r.row_number)`;

/** What a line of the bank says, written as it was when its fingerprint was made. */
const SAID = `'[' || concat_ws(',', to_json(r.day::text), coalesce(to_json(r.time), 'null'), to_json(r.amount::text),
    r.is_neutral::text, coalesce(to_json(r.balance::text), 'null'), coalesce(to_json(r.counterparty), 'null'),
    coalesce(to_json(r.summary), 'null'), coalesce(to_json(r.reference), 'null')) || ']'`;

/** Lines that neither number nor balance tells apart are numbered among themselves, in whichever order they came. */
const LINES = `
  WITH told AS (SELECT r.account_id, r.row_number, r.fingerprint, ${PLACE} AS at, ${SAID} AS said,
      r.reference IS NOT NULL OR r.balance IS NOT NULL AS is_told
    FROM bank_statement_row r
    JOIN bank_statement s ON s.city_id = r.city_id AND s.id = r.statement_id AND s.book_id = $2
    JOIN ledger_account a ON a.city_id = r.city_id AND a.id = r.account_id AND a.book_id = $2 WHERE r.city_id = $1),
  made AS (SELECT *, encode(sha256(convert_to(CASE WHEN is_told THEN said ELSE said || '#' || row_number() OVER (
      PARTITION BY account_id, said) - 1 END, 'UTF8')), 'hex') AS made FROM told)
  SELECT (array_agg(at ORDER BY row_number))[1], 'line' FROM made GROUP BY account_id, said
  HAVING array_agg(fingerprint ORDER BY fingerprint) <> array_agg(made ORDER BY made)
  ORDER BY min(row_number) LIMIT 1`;

/**
 * What a match says is one: the sums of both sides, with their sign; and a line of the bank, or of an entry, in more
 * than one match that stands is matched beyond its amount. A book without matches is asked for nothing more.
 */
const MATCHES = `
  WITH m AS (SELECT m.id, m.account_id, (NOT EXISTS (SELECT 1 FROM statement_match_undoing u
      WHERE u.city_id = $1 AND u.match_id = m.id))::int AS stands
    FROM statement_match m WHERE m.city_id = $1 AND m.book_id = $2),
  covered AS (SELECT b.id AS bank, a.id FROM ledger_account b
    JOIN ledger_account a ON a.city_id = $1 AND a.book_id = $2 AND (a.id = b.id OR starts_with(a.code, b.code || ':'))
    WHERE b.city_id = $1 AND b.id IN (SELECT account_id FROM m)),
  line AS (SELECT m.id AS match, r.amount, ${PLACE} AS at, s.id IS NULL OR r.is_neutral AS is_stray,
      sum(m.stands) OVER (PARTITION BY x.row_id) AS times
    FROM m JOIN statement_match_row x ON x.city_id = $1 AND x.match_id = m.id
    LEFT JOIN bank_statement_row r ON r.city_id = $1 AND r.id = x.row_id AND r.account_id = m.account_id
    LEFT JOIN bank_statement s ON s.city_id = $1 AND s.id = r.statement_id AND s.book_id = $2
    LEFT JOIN ledger_account a ON a.city_id = $1 AND a.id = r.account_id),
  moved AS (SELECT c.bank, l.entry_id, l.position, l.amount FROM ledger_line l JOIN covered c ON c.id = l.account_id
    WHERE l.city_id = $1 AND l.book_id = $2),
  entry AS (SELECT m.id AS match, x.entry_id, v.amount,
      sum(m.stands) OVER (PARTITION BY x.entry_id, v.position) AS times
    FROM m JOIN statement_match_entry x ON x.city_id = $1 AND x.match_id = m.id
    LEFT JOIN moved v ON v.entry_id = x.entry_id AND v.bank = m.account_id),
  one AS (SELECT match, min(at) AS at, sum(amount) AS amount, bool_or(is_stray) AS is_stray,
      min(at) FILTER (WHERE times > 1) AS twice FROM line GROUP BY match),
  other AS (SELECT match, sum(amount) AS amount, bool_or(amount IS NULL) AS is_stray,
      min(entry_id::text) FILTER (WHERE times > 1) AS twice FROM entry GROUP BY match),
  found AS (SELECT m.id, one.at, one.twice, other.twice AS entry, CASE WHEN one.is_stray THEN 'stray-row'
      WHEN other.is_stray THEN 'stray-entry'
      WHEN one.amount IS DISTINCT FROM other.amount OR one.amount IS NULL THEN 'sums'
      WHEN one.twice IS NOT NULL THEN 'row-twice' WHEN other.twice IS NOT NULL THEN 'entry-twice' END AS kind
    FROM m LEFT JOIN one ON one.match = m.id LEFT JOIN other ON other.match = m.id
    WHERE (SELECT EXISTS (SELECT 1 FROM statement_match WHERE city_id = $1 AND book_id = $2)))
  SELECT CASE kind WHEN 'entry-twice' THEN (SELECT e.number::text FROM ledger_entry e
      WHERE e.city_id = $1 AND e.id = f.entry::uuid) WHEN 'row-twice' THEN twice ELSE coalesce(at, id::text) END, kind
  FROM found f WHERE kind IS NOT NULL ORDER BY id LIMIT 1`;

/** What lines of the bank, and their matches with entries, must fit. */
export const MATCH_CHECKS: readonly BookCheck[] = [
  {
    faults: {
      line: {
        zh: '银行流水（{at}）与导入时的指纹不符。',
        en: 'a line of the bank ({at}) is not what its fingerprint was made of.',
      },
    },
    text: LINES,
  },
  {
    faults: {
      'stray-row': {
        zh: '对账（{at}）所指的不是本账户对账单上的流水。',
        en: 'a match ({at}) points to what is no line of the bank on its account.',
      },
      'stray-entry': {
        zh: '对账（{at}）所指的不是本账套的分录，或该分录不在本账户上。',
        en: 'a match ({at}) points to what is no entry of this book on its account.',
      },
      sums: {
        zh: '对账（{at}）的银行流水与分录合计不等。',
        en: 'the lines of the bank and the entries of a match ({at}) differ in amount or sign.',
      },
      'row-twice': { zh: '银行流水（{at}）对账不止一次。', en: 'a line of the bank ({at}) is matched more than once.' },
      'entry-twice': { zh: '第 {at} 号分录对账不止一次。', en: 'entry {at} is matched more than once.' },
    },
    text: MATCHES,
  },
];
