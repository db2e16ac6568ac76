import { addDays } from '#libs/kernel';
import { PeopleService } from '#libs/identity';
import type { NewPowerVersion } from '../../../libs/devolution/src/catalogue/powers.service.js';
import type { Response } from 'supertest';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { aLogin, signIn, type Person } from '../../support/people.js';

const PASSWORD = 'tiger moon river';
export const READY = { readiness: { staff: true, training: true, seal: true, budget: true } };

/** A power without a record of its own elsewhere: its acts make the general one. */
export const POWER = 'WY-01';
export const PAPERS = [{ paper: 'application' }, { paper: 'material' }];

/** The offices of a county and of a street below it, which takes cases in about a compound. */
export interface Office {
  readonly mark: string;
  readonly county: string;
  readonly township: string;
  readonly compound: string;
  readonly ofCounty: Person;
  readonly clerk: Person;
  readonly colleague: Person;
  /** A paper that stands. */
  readonly issued: IssuedPaper;
}

export interface IssuedPaper {
  readonly id: string;
  readonly documentNumber: string;
}

type Where = Pick<Office, 'mark' | 'county' | 'township' | 'compound'>;
type Staffed = Omit<Office, 'issued'>;

function done<T>(answer: Response): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

let count = 0;

/** A day that no other delegation begins or ends on. */
export function aDayAlone(): string {
  count += 1;
  return addDays('2027-01-01', count);
}

interface Handover {
  readonly power: string;
  readonly to: string;
}

/** What the county hands down to the street for one day; who holds it already gets it on another. */
export function handedDown({ county, township }: Pick<Where, 'county' | 'township'>): Handover {
  const day = aDayAlone();
  return {
    ...{ power: 'WY-02', from: county, to: township, effectiveFrom: day, effectiveTo: day },
    ...{ documentNumber: '县建〔2026〕1号', issuedBy: 'county' },
  };
}

/** A delegation for which nobody has signed. @returns its id */
export async function waiting(office: Staffed): Promise<string> {
  return done<{ id: string }>(await office.ofCounty.post('/delegations', handedDown(office))).id;
}

/** How a city lays a power down anew from a day on. */
export function aVersion(effectiveFrom: string): NewPowerVersion {
  return {
    ...{ effectiveFrom, isListed: true, nameZh: '本市下放权限', nameEn: 'A power of this city', limitWorkingDays: 20 },
    ...{
      legalBasis: '《物业管理条例》第九条',
      legalMode: 'LOCAL_REGULATION',
      source: '市政府〔2026〕9号',
      communityMode: null,
    },
  };
}

/** What comes in at the window of the street. */
export function aCase({ mark, township, compound }: Where, more: object = {}): object {
  return {
    ...{ power: POWER, body: township, compoundId: compound, applicant: `${mark}申请人` },
    form: { matter: `${mark}事项`, conclusion: '同意' },
    papers: PAPERS,
    ...more,
  };
}

/** A case that the clerk took in. @returns its id */
export async function accepted(office: Staffed, more: object = {}): Promise<string> {
  return done<{ id: string }>(await office.clerk.post('/acts', aCase(office, more))).id;
}

export async function suspended(office: Staffed): Promise<string> {
  const id = await accepted(office);
  done(await office.clerk.post(`/acts/${id}/suspension`, { reason: '等待鉴定' }));
  return id;
}

/** A case that the colleague agreed to. */
export async function reviewed(office: Staffed, more: object = {}): Promise<string> {
  const id = await accepted(office, more);
  done(await office.colleague.post(`/acts/${id}/review`, { agrees: true }));
  return id;
}

export async function issued(office: Staffed, more: object = {}): Promise<IssuedPaper> {
  const id = await reviewed(office, more);
  return {
    id,
    ...done<{ documentNumber: string }>(await office.clerk.post(`/acts/${id}/issue`, { decision: '准予办理。' })),
  };
}

/** Staffs the offices, hands them the power, and has a first paper issued. */
export async function officeOf(test: TestApp, city: TestCity, where: Where, more: object = {}): Promise<Office> {
  const seats = [
    ['county-staff', where.county],
    ['sub-district-staff', where.township],
    ['sub-district-staff', where.township],
  ] as const;
  const people = seats.map(([role, code]) => ({
    ...{ role, login: aLogin(), name: `${where.mark}经办`, password: PASSWORD },
    scope: { kind: 'area', code } as const,
  }));
  await test.app.get(PeopleService).createDemoPeople(city.operator, people);
  const signedIn: Person[] = [];
  for (const { login } of people) signedIn.push(await signIn(test, city, login, PASSWORD));
  const [ofCounty, clerk, colleague] = signedIn as [Person, Person, Person];
  const office = { ...where, ofCounty, clerk, colleague };
  const days = { effectiveFrom: '2026-01-01', effectiveTo: '2028-12-31' };
  const granted = { ...handedDown(where), ...days, power: POWER, ...more };
  const { id } = done<{ id: string }>(await ofCounty.post('/delegations', granted));
  done(await clerk.post(`/delegations/${id}/acceptance`, READY));
  return { ...office, issued: await issued(office) };
}
