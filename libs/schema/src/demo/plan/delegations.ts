import { STANDARD_EDITION, type NewBatch } from '#libs/devolution';
import { addMonths, type Day } from '#libs/kernel';

/** An office that may receive powers. */
interface Street {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** Offices that have not signed yet, that lack something, and that were not given the emergency power, by position. */
const UNSIGNED = 13;
const NOT_READY = 5;
const WITHOUT_EMERGENCY = 9;

/**
 * The papers of the city that hand the powers down, a year ago: what the city itself may hand down, in one paper; the
 * emergency service in another, not to everybody. Penalties need the province, so WY-21 is left out.
 */
export function planDelegations(streets: readonly Street[], cityCode: string, today: Day): readonly NewBatch[] {
  const effectiveFrom = addMonths(today, -12);
  const codes = STANDARD_EDITION.map(({ code }) => code).filter((code) => code !== 'WY-15' && code !== 'WY-21');
  const batch = (powers: readonly string[], serial: number, to: readonly Street[]): NewBatch => ({
    powers,
    from: cityCode,
    to: to.map(({ code }) => code),
    effectiveFrom,
    effectiveTo: null,
    instrument: { documentNumber: `晋市建演〔虚构〕${serial}号`, issuedBy: 'city', publishedOn: effectiveFrom },
    fileId: null,
  });
  const ready = streets.filter((_, index) => index % WITHOUT_EMERGENCY !== 3);
  return [batch(codes, 1, streets), batch(['WY-15'], 2, ready)];
}

/** Who has signed, and with what in place. */
export function planAcceptances(streets: readonly Street[]): readonly {
  readonly street: Street;
  readonly readiness: Readonly<Record<'staff' | 'training' | 'seal' | 'budget', boolean>>;
}[] {
  return streets.flatMap((street, index) => {
    if (index % UNSIGNED === UNSIGNED - 1) return [];
    const lacks = index % NOT_READY === 2;
    return [{ street, readiness: { staff: true, training: !lacks, seal: true, budget: !lacks } }];
  });
}
