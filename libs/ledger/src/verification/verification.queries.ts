import type { Bilingual } from '#libs/kernel';

/** A fault of a book: what does not hold, and where; the first one is told. */
export interface BookCheck {
  /** What is said of each kind of fault that the statement looks for. */
  readonly faults: Readonly<Record<string, Bilingual>>;
  /** Selects where the first fault is, as a text, and its kind, or nothing. $1 is the city, $2 the book. */
  readonly text: string;
}

const OF_BOOK = 'city_id = $1 AND book_id = $2';

/**
 * What every entry says is made into its hash again, from its lines as they stand now; the same walk finds lines that
 * belong to no entry, and restricted money that left its like.
 */
const ENTRIES = `
  WITH said AS (
    SELECT l.entry_id, sum(l.amount) AS total, count(*) AS n, min(l.day) AS first, max(l.day) AS last,
      min(l.position) AS low, max(l.position) AS high,
      min(coalesce(a.restriction, '')) <> max(coalesce(a.restriction, '')) AS has_several,
      jsonb_agg(jsonb_build_array(a.code, l.amount::text, l.memo) ORDER BY l.position) AS lines
    FROM ledger_line l JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
    WHERE l.city_id = $1 AND l.book_id = $2 GROUP BY l.entry_id),
  own AS (SELECT * FROM ledger_entry WHERE ${OF_BOOK})
  SELECT at, kind FROM (
    SELECT e.number, coalesce(e.number::text, s.entry_id::text) AS at, CASE
      WHEN e.id IS NULL THEN 'stray'
      WHEN s.n IS NULL OR s.total <> 0 OR s.low <> 1 OR s.high <> s.n OR s.first <> e.day OR s.last <> e.day
        OR e.input_hash IS DISTINCT FROM ledger_entry_hash(e.day, e.memo, e.basis_kind, e.basis, e.reverses, e.hold_id,
          s.lines) THEN 'entry'
      WHEN s.has_several AND EXISTS (SELECT FROM ledger_line l
        JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
        WHERE l.city_id = $1 AND l.entry_id = e.id GROUP BY a.restriction HAVING sum(l.amount) <> 0) THEN 'mixed'
    END AS kind
    FROM own e FULL JOIN said s ON s.entry_id = e.id) f
  WHERE kind IS NOT NULL ORDER BY number LIMIT 1`;

/** Each line follows the one before it; so all of them do. */
const RUNNING = `
  SELECT a.code, 'running' FROM (
    SELECT l.account_id, l.sequence, l.sequence <> 1 + coalesce(lag(l.sequence) OVER w, 0)
      OR l.balance <> l.amount + coalesce(lag(l.balance) OVER w, 0) AS is_broken
    FROM ledger_line l
    WHERE l.city_id = $1 AND l.book_id = $2 WINDOW w AS (PARTITION BY l.account_id ORDER BY l.sequence)) r
  JOIN ledger_account a ON a.city_id = $1 AND a.id = r.account_id AND a.book_id = $2
  WHERE r.is_broken ORDER BY a.code, r.sequence LIMIT 1`;

const BALANCES = `
  SELECT a.code, 'balance' FROM ledger_account a
  LEFT JOIN (SELECT account_id, sum(amount) AS total, count(*) AS n FROM ledger_line WHERE ${OF_BOOK}
    GROUP BY account_id) s ON s.account_id = a.id
  LEFT JOIN (SELECT h.account_id, sum(h.amount) AS held FROM ledger_hold h WHERE h.city_id = $1 AND h.book_id = $2
    AND NOT EXISTS (SELECT 1 FROM ledger_hold_step t WHERE t.city_id = $1 AND t.hold_id = h.id) GROUP BY h.account_id) o
    ON o.account_id = a.id
  WHERE a.city_id = $1 AND a.book_id = $2 AND (a.balance <> coalesce(s.total, 0) OR a.line_count <> coalesce(s.n, 0)
    OR a.held <> coalesce(o.held, 0) OR a.balance - a.held < a.least OR a.balance > a.most)
  ORDER BY a.code LIMIT 1`;

const KEYS = `
  SELECT min(number)::text, 'key' FROM ledger_entry WHERE ${OF_BOOK} GROUP BY idempotency_key HAVING count(*) > 1
  LIMIT 1`;

const NUMBERS = `
  SELECT n::text, 'number' FROM (
    SELECT number, row_number() OVER (ORDER BY number) AS n FROM ledger_entry WHERE ${OF_BOOK}) s
  WHERE number <> n ORDER BY n LIMIT 1`;

/** A reversal is the opposite of what it reverses, line by line, and reverses it alone. */
const REVERSALS = `
  SELECT r.number::text, 'reversal' FROM ledger_entry r
  WHERE r.city_id = $1 AND r.book_id = $2 AND r.reverses IS NOT NULL
    AND (EXISTS (SELECT 1 FROM (SELECT position, account_id, -amount AS amount FROM ledger_line
      WHERE city_id = $1 AND entry_id = r.reverses) o
    FULL JOIN (SELECT position, account_id, amount FROM ledger_line WHERE city_id = $1 AND entry_id = r.id) n
      USING (position, account_id, amount) WHERE o IS NULL OR n IS NULL)
    OR (SELECT count(*) FROM ledger_entry t WHERE t.city_id = $1 AND t.book_id = $2 AND t.reverses = r.reverses) > 1)
  ORDER BY r.number LIMIT 1`;

const HOLDS = `
  SELECT h.id::text, 'hold' FROM ledger_hold h JOIN ledger_account a ON a.city_id = h.city_id AND a.id = h.account_id
    AND a.book_id = h.book_id
  LEFT JOIN ledger_hold_step s ON s.city_id = h.city_id AND s.hold_id = h.id
  LEFT JOIN ledger_entry e ON e.city_id = s.city_id AND e.id = s.entry_id
  WHERE h.city_id = $1 AND h.book_id = $2 AND (e.hold_id IS DISTINCT FROM CASE WHEN s.step = 'post' THEN h.id END
    OR h.input_hash <> sha256(convert_to(jsonb_build_array(a.code, h.amount::text, h.memo, h.basis_kind, h.basis)::text,
      'UTF8'))) ORDER BY h.id LIMIT 1`;

/** In the order in which they are asked. */
export const BOOK_CHECKS: readonly BookCheck[] = [
  {
    faults: {
      number: {
        zh: '分录编号不连续，缺少第 {at} 号。',
        en: 'the entries are not numbered without gaps: {at} is missing.',
      },
    },
    text: NUMBERS,
  },
  {
    faults: {
      entry: {
        zh: '第 {at} 号分录与登记时的哈希不符，或借贷不平。',
        en: 'entry {at} is not what its hash was made of, or does not sum to zero.',
      },
      stray: { zh: '有一行不属于任何分录（{at}）。', en: 'a line belongs to no entry ({at}).' },
      mixed: { zh: '第 {at} 号分录混用了限定资金。', en: 'entry {at} mixes restricted money.' },
    },
    text: ENTRIES,
  },
  {
    faults: {
      running: { zh: '科目 {at} 的逐行余额不连续。', en: 'the lines of account {at} do not run on to their balances.' },
    },
    text: RUNNING,
  },
  {
    faults: {
      balance: {
        zh: '科目 {at} 的余额或冻结额与分录不符。',
        en: 'the balance of account {at}, or what it holds, is not the sum of its lines.',
      },
    },
    text: BALANCES,
  },
  {
    faults: { key: { zh: '第 {at} 号分录的幂等键重复。', en: 'the key of entry {at} was used twice.' } },
    text: KEYS,
  },
  {
    faults: {
      reversal: { zh: '第 {at} 号冲销与原分录不符。', en: 'reversal {at} is not the opposite of what it reverses.' },
    },
    text: REVERSALS,
  },
  {
    faults: {
      hold: { zh: '冻结 {at} 与其支付或登记不符。', en: 'hold {at} does not fit what it says, or what paid it.' },
    },
    text: HOLDS,
  },
];

/** Entries as their leaves speak for them, each with its leaf. */
export const SEALED_ENTRIES = `
  SELECT e.id::text, e.number::text, e.idempotency_key, encode(e.input_hash, 'hex'), e.day::text,
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.by_id, e.salt::text,
    encode(l.leaf_hash, 'hex')
  FROM ledger_entry e JOIN log_leaf l ON l.city_id = e.city_id AND l.source_kind = 'ledger-entry' AND l.source_id = e.id
  WHERE e.city_id = $1 AND e.book_id = $2`;

/** Leaves whose entry is gone, of whichever book it was. */
export const LOST_ENTRIES = `
  SELECT l.leaf_index::text, 'lost' FROM log_leaf l
  WHERE l.city_id = $1 AND l.source_kind = 'ledger-entry' AND NOT EXISTS (
    SELECT 1 FROM ledger_entry e WHERE e.city_id = $1 AND e.id = l.source_id) ORDER BY l.leaf_index LIMIT 1`;

/** An entry that every head since should cover, and that no leaf speaks for. */
export const UNSEALED_ENTRIES = `
  SELECT e.number::text, 'unsealed' FROM ledger_entry e
  WHERE e.city_id = $1 AND e.book_id = $2 AND e.written_in < $3::bigint
    AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l.city_id = $1 AND l.source_kind = 'ledger-entry'
      AND l.source_id = e.id)
  ORDER BY e.number LIMIT 1`;
