import type { TestApp } from '../support/app.js';
import type { TestCity } from '../support/city.js';
import { compoundsOf } from '../support/evidence.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

/** People of the offices of a small city, and a compound in each of two sub-districts. */
export interface Offices {
  readonly city: TestCity;
  readonly admin: Person;
  readonly county: Person;
  readonly east: Person;
  /** A colleague of 东街, for the second pair of eyes. */
  readonly eastToo: Person;
  readonly west: Person;
  readonly community: Person;
  /** Compounds in 凤台社区 of 东街 and in 书院社区 of 西街. */
  readonly inEast: string;
  readonly inWest: string;
}

export async function someOffices(test: TestApp, city: TestCity): Promise<Offices> {
  const admin = await anAdministrator(test, city);
  const staff = (role: Parameters<typeof invited>[3]['role'], suffix: string): Promise<Person> =>
    invited(test, city, admin, { role, scope: { kind: 'area', code: `${city.code}${suffix}` } });
  const inEast = (await compoundsOf(test, city, ['E1'], { name: '凤台花园', area: '02001001' })).E1 as string;
  const inWest = (await compoundsOf(test, city, ['W1'], { name: '书院小区', area: '02002001' })).W1 as string;
  return {
    city,
    admin,
    county: await staff('county-staff', '02'),
    east: await staff('sub-district-staff', '02001'),
    eastToo: await staff('sub-district-staff', '02001'),
    west: await staff('sub-district-staff', '02002'),
    community: await staff('community-staff', '02001001'),
    inEast,
    inWest,
  };
}

export const READY = { readiness: { staff: true, training: true, seal: true, budget: true } };

/** A delegation from the city to 东街, as a request; the day before is before it began. */
export function handedDown(city: TestCity, more: object = {}): object {
  return {
    power: 'WY-04',
    from: city.code,
    to: `${city.code}02001`,
    effectiveFrom: '2026-01-01',
    documentNumber: '市建〔2026〕1号',
    issuedBy: 'city',
    ...more,
  };
}

/** Hands a power down and lets the receiver sign for it. @returns the id of the delegation */
export async function granted(by: Person, to: Person, request: object): Promise<string> {
  const made = await by.post('/delegations', request);
  if (made.status !== 201) throw new Error(`delegation: ${made.status} ${JSON.stringify(made.body)}`);
  const { id } = made.body as { id: string };
  const signed = await to.post(`/delegations/${id}/acceptance`, READY);
  if (signed.status !== 204) throw new Error(`acceptance: ${signed.status} ${JSON.stringify(signed.body)}`);
  return id;
}
