import { defineErrors } from '#libs/platform';

/** Why an entry, a hold, a period or a book is refused. */
export const ledgerErrors = defineErrors({
  'ledger.key-missing': {
    kind: 'invalid',
    zh: '缺少 Idempotency-Key（8 至 100 个可见字符）。请为每笔分录生成一个，重发时不变。',
    en: 'Idempotency-Key is missing (8 to 100 visible signs). Make one per entry and keep it when you retry.',
  },
  'ledger.key-used': {
    kind: 'conflict',
    zh: '该 Idempotency-Key 已用于另一笔内容不同的分录，没有记账。请换一个键。',
    en: 'This Idempotency-Key was used for an entry with other content; nothing was posted. Use another one.',
  },
  'ledger.book-not-found': {
    kind: 'not-found',
    zh: '找不到账套 {book}。请核对名称，或先导入、开立账套。',
    en: 'There is no book {book}. Check its name, or open it first.',
  },
  'ledger.book-exists': {
    kind: 'conflict',
    zh: '账套 {book} 已存在，单位为 {unit}、{decimals} 位小数，与本次要求不同。请改用另一个名称。',
    en: 'The book {book} is there already, in {unit} with {decimals} decimals. Use another name.',
  },
  'ledger.unit-invalid': {
    kind: 'invalid',
    zh: '单位 {unit}（{decimals} 位小数）不能用。单位为大写字母和数字，如 CNY；小数 0 至 8 位。',
    en: 'The unit {unit} with {decimals} decimals cannot be used: capital letters and digits, as CNY; 0 to 8 decimals.',
  },
  'ledger.account-unknown': {
    kind: 'rule',
    zh: '本账套没有科目 {account}，没有记账。请核对科目代码；另一账套的科目不能混用。',
    en: 'This book has no account {account}; nothing was posted. Check the code; books do not mix.',
  },
  'ledger.account-not-found': {
    kind: 'not-found',
    zh: '本账套没有科目 {account}。请核对科目代码。',
    en: 'This book has no account {account}. Check the code.',
  },
  'ledger.account-invalid': {
    kind: 'invalid',
    zh: '科目代码“{account}”不能用：不超过 120 字，各级以冒号分隔，不含空格和 / ? # %。',
    en: 'The account code “{account}” cannot be used: at most 120 signs, levels apart by colons, no blanks or / ? # %.',
  },
  'ledger.account-not-postable': {
    kind: 'rule',
    zh: '科目 {account} 不能直接记账：它是汇总科目，或只由付款办理动用。请使用下级科目，或办理付款。',
    en: 'The account {account} only sums up, or is moved by payments alone. Use one below it, or make a payment.',
  },
  'ledger.amount-invalid': {
    kind: 'invalid',
    zh: '金额“{amount}”不能用：本账套最多 {decimals} 位小数，不能超过一百万亿。请更正金额。',
    en: 'The amount “{amount}” cannot be used: this book has {decimals} decimals, and a bound. Correct it.',
  },
  'ledger.overflow': {
    kind: 'rule',
    zh: '科目 {account} 的金额超出账套可记的范围，没有记账。请核对金额。',
    en: 'The amount on account {account} is beyond what a book holds; nothing was posted. Check it.',
  },
  'ledger.too-few-lines': {
    kind: 'rule',
    zh: '这笔分录没有任何行，没有记账。请写明借、贷各方。',
    en: 'The entry has no lines; nothing was posted. Say what is debited and credited.',
  },
  'ledger.unbalanced': {
    kind: 'rule',
    zh: '借贷不平，相差 {difference}，没有记账。请核对各行金额。',
    en: 'The lines do not sum to zero but to {difference}; nothing was posted. Check the amounts.',
  },
  'ledger.restriction-mixed': {
    kind: 'rule',
    zh: '限定用途的资金（{restriction}）不能与其他资金混用，没有记账。请让同一来源内借贷相等。',
    en: 'Restricted money ({restriction}) may not mix with other money; nothing was posted. Balance it within itself.',
  },
  'ledger.period-closed': {
    kind: 'conflict',
    zh: '{month} 已结账，没有记账。请记入未结账的月份，或先说明理由反结账。',
    en: 'The month {month} is closed; nothing was posted. Use an open month, or reopen it with a reason.',
  },
  'ledger.period-differs': {
    kind: 'conflict',
    zh:
      '{month} 的银行存款余额调节表没有调平，相差：{differences}。没有结账。' +
      '请到该月调节表查明差额，补导对账单、补做核对或更正分录；确需带差额结账的，请写明理由。',
    en:
      'The bank reconciliation of {month} does not come out; it differs by: {differences}. Nothing was closed. Look ' +
      'into it, import or match what is missing or correct the entries; or say why it is closed all the same.',
  },
  'ledger.period-open': {
    kind: 'conflict',
    zh: '{month} 没有结账，不必反结账。',
    en: 'The month {month} is not closed; there is nothing to reopen.',
  },
  'ledger.floor': {
    kind: 'conflict',
    zh: '科目 {account} 的可用余额不足，没有记账。请核对余额和已冻结的金额。',
    en: 'The account {account} has too little that is free; nothing was posted. Check its balance and what is held.',
  },
  'ledger.entry-unknown': {
    kind: 'not-found',
    zh: '找不到这笔分录。请核对编号。',
    en: 'There is no such entry. Check its id.',
  },
  'ledger.is-reversal': {
    kind: 'conflict',
    zh: '这笔分录本身是冲销，不能再冲销。请重新记一笔正确的分录。',
    en: 'This entry is itself a reversal and is not reversed again. Post the right entry anew.',
  },
  'ledger.already-reversed': {
    kind: 'conflict',
    zh: '这笔分录已经冲销过，没有再次冲销。',
    en: 'This entry was reversed before; it is not reversed again.',
  },
  'ledger.hold-unknown': {
    kind: 'not-found',
    zh: '找不到这笔冻结。请核对编号。',
    en: 'There is no such hold. Check its id.',
  },
  'ledger.hold-over': {
    kind: 'conflict',
    zh: '没有这笔冻结，或它已经支付、解冻。请核对后再付款。',
    en: 'There is no such hold, or it was paid or released. Check before you pay.',
  },
  'ledger.hold-differs': {
    kind: 'rule',
    zh: '付款金额或科目与冻结的不同，没有记账。请先解冻，再按新的金额冻结。',
    en: 'The payment differs from what is held; nothing was posted. Release it and hold the new amount.',
  },
  'ledger.line-refused': {
    kind: 'invalid',
    zh: '文件第 {line} 行：{reason} 整个文件没有导入，请更正后重试。',
    en: 'Line {line} of the file: {reason} Nothing of the file was imported; correct it and try again.',
  },
  'ledger.file-refused': {
    kind: 'invalid',
    zh: '文件不能导入：{reason}。需要的列：txn,date,account,amount[,memo]。',
    en: 'The file cannot be imported: {reason}. It needs the columns txn,date,account,amount[,memo].',
  },
  'ledger.txn-refused': {
    kind: 'invalid',
    zh: '第 {line} 行起的分录 {txn}：{reason} 整个文件没有导入，请更正后重试。',
    en: 'The entry {txn} from line {line} on: {reason} Nothing of the file was imported; correct it and try again.',
  },
  'ledger.faulty': {
    kind: 'conflict',
    zh: '账套 {book} 核验未通过：{fault}',
    en: 'The book {book} does not verify: {fault}',
  },
});
