import type { RepairPath, RepairSheet } from '../../../api/fund/maintenance.js';
import { DEED_FORMS, type Field } from '../../spending/project/deed-forms.js';

/** The parties that can take part in an acceptance. */
const ACCEPTORS = ['committee', 'owners', 'manager', 'supervisor', 'community', 'street'] as const;

/** What can be done about the papers of a repair, with the path that does it. */
export const PAPER_PATHS = {
  quote: 'quotes',
  contract: 'contract',
  acceptance: 'acceptance',
} as const satisfies Readonly<Record<string, RepairPath>>;
export type PaperStep = keyof typeof PAPER_PATHS;
export const PAPER_STEPS = Object.keys(PAPER_PATHS) as readonly PaperStep[];

const fieldsOf = (wanted: PaperStep): readonly Field[] => DEED_FORMS.find(([deed]) => deed === wanted)?.[2] ?? [];

/** As for a project of the city's fund; a contract begins with what was asked for, an acceptance names its parties. */
export function paperForm(step: PaperStep, { payee, amount }: Pick<RepairSheet, 'payee' | 'amount'>): readonly Field[] {
  const fields = fieldsOf(step);
  if (step === 'acceptance') return [{ name: 'acceptors', kind: 'many', offered: ACCEPTORS }, ...fields];
  if (step === 'quote') return fields;
  const starts: Readonly<Record<string, Partial<Field>>> = {
    counterparty: { start: payee, hint: 'upkeep.asAsked' },
    amount: { start: amount, hint: 'upkeep.upToAsked' },
  };
  const told = fields.map((field) => ({ ...field, ...starts[field.name] }));
  return [...told, { name: 'instalments', kind: 'schedule' }];
}
