import type { ProjectDeeds } from '../../../api/fund/spending.js';
import type { InstalmentOrder } from '../../../api/fund/maintenance.js';
import { SOURCES } from '../words.js';

/** One thing that is asked for when a step is taken. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'long' | 'amount' | 'day' | 'choice' | 'file' | 'check' | 'decision' | 'many' | 'schedule';
  readonly isOptional?: boolean;
  /** Of a choice, or of many: what is offered, each told by a word of `spending.choice.NAME`. */
  readonly offered?: readonly string[];
  /** What it begins with. */
  readonly start?: string;
  /** A message; left out: that of the step and the field, if there is one. */
  readonly hint?: string;
}

export type DeedPath = keyof ProjectDeeds;

const AMOUNT: Field = { name: 'amount', kind: 'amount' };
const NOTE: Field = { name: 'note', kind: 'long' };
const scan = (name: string, isOptional: boolean): Field => ({ name, kind: 'file', isOptional });

/** The step as the server names it, with the path that takes it and what it asks for. */
export const DEED_FORMS: readonly (readonly [deed: string, path: DeedPath, fields: readonly Field[]])[] = [
  [
    'review',
    'review',
    [
      { name: 'agrees', kind: 'choice', offered: ['yes', 'no'] },
      { ...NOTE, isOptional: true },
    ],
  ],
  ['decision', 'decision', [{ name: 'decision', kind: 'decision' }, AMOUNT]],
  ['quote', 'quotes', [{ name: 'firm', kind: 'text' }, AMOUNT, scan('fileId', true)]],
  ['appropriation', 'appropriations', [{ name: 'source', kind: 'choice', offered: SOURCES }, AMOUNT]],
  [
    'contract',
    'contract',
    [
      { name: 'number', kind: 'text' },
      { name: 'counterparty', kind: 'text' },
      { name: 'creditCode', kind: 'text', isOptional: true },
      AMOUNT,
      { name: 'signedOn', kind: 'day' },
      { name: 'reason', kind: 'text', isOptional: true },
      scan('fileId', true),
    ],
  ],
  ['payment', 'payments', [AMOUNT, { name: 'memo', kind: 'text' }, { name: 'payee', kind: 'text', isOptional: true }]],
  [
    'acceptance',
    'acceptance',
    [{ name: 'onDay', kind: 'day' }, NOTE, scan('fileId', false), { name: 'isPublic', kind: 'check' }],
  ],
  ['closing', 'closing', [NOTE]],
];

/** Who takes a step: money is set aside by whoever keeps the city's fund, everything else by the offices. */
export const isOfKeeper = (deed: string): boolean => deed === 'appropriation';

export type Typed = Readonly<
  Record<string, string | boolean | File | null | readonly string[] | readonly InstalmentOrder[]>
>;

function isGiven(value: Typed[string] | undefined): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** Whether everything that must be there is. */
export function isWhole(fields: readonly Field[], typed: Typed): boolean {
  return fields.every(({ name, kind, isOptional }) => {
    if (kind === 'schedule') return typed[name] !== null;
    return isOptional === true || kind === 'check' || isGiven(typed[name]);
  });
}

/** What is sent: texts as typed, files by the ids that they were given, what was left empty left out. */
export function bodyOf(
  fields: readonly Field[],
  typed: Typed,
  fileIds: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const parts = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = typed[name];
    if (kind === 'check') return [[name, value === true]];
    if (!isGiven(value)) return [];
    if (kind === 'file') return [[name, fileIds[name]]];
    if (kind === 'many' || kind === 'schedule') return [[name, value]];
    if (name === 'agrees') return [[name, value === 'yes']];
    if (kind !== 'decision') return [[name, String(value).trim()]];
    const [chosen = '', id = ''] = String(value).split(':');
    return [
      ['kind', chosen],
      ['id', id],
    ];
  });
  return Object.fromEntries(parts);
}
