import type { UnitOwner } from '../../../api/roster/units.js';

/** Who may be bound for a unit: its owners, and in the place of a ward the guardian. */
export function speakersOf(owners: readonly UnitOwner[]): { value: string; label: string }[] {
  const people = owners.map((owner) => owner.guardian ?? owner);
  const distinct = new Map(people.map(({ id, name, phone }) => [id, [name, phone ?? ''].filter(Boolean).join(' ')]));
  return [...distinct].map(([value, label]) => ({ value, label }));
}
