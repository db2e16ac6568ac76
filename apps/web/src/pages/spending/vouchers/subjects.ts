import { attachToEntry, attachToProject, type Project, type VoucherOrder } from '../../../api/fund/spending.js';

/** What a scan can be hung on. */
export interface VoucherSubject {
  readonly value: string;
  readonly label: string;
  readonly attach: (told: VoucherOrder, key: string) => Promise<unknown>;
}

/** The entries that paid for a project, and the project itself. */
export function subjectsOf(
  { id, payments }: Project,
  say: { readonly ofEntry: (number: string) => string; readonly ofProject: string },
): readonly VoucherSubject[] {
  const entries = payments.flatMap(({ entry }) => {
    if (!entry) return [];
    const attach = (told: VoucherOrder, key: string): Promise<unknown> => attachToEntry(entry.id, told, key);
    return [{ value: entry.id, label: say.ofEntry(entry.number), attach }];
  });
  return [...entries, { value: '', label: say.ofProject, attach: (told, key) => attachToProject(id, told, key) }];
}
