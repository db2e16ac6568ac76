import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CoverageService, coverageQuestion } from '#libs/coverage';
import { operatorPrincipal, UserAccount } from '#libs/identity';
import { Clock, Database, type City } from '#libs/platform';
import { AreaTree, CitiesService } from '#libs/registry';
import { OwnerDetail, PersonalData } from '#libs/roster';
import { DEMO_MEMBERS, DEMO_PASSWORD, demoOwnerPhone, planPeople } from '#libs/schema';
import { In, IsNull } from 'typeorm';

/** One of the four rates, as the starting script prints it. */
export interface StartRate {
  readonly city: string;
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: string | null;
}

interface DemoSignIn {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly role: string;
}

export interface StartReport {
  readonly rates: readonly StartRate[];
  readonly demoSignIns: readonly DemoSignIn[];
  /** The phone of an owner of the demo city, whose code is told where it is asked for. */
  readonly demoOwner: string | null;
}

async function ratesOf(app: NestFastifyApplication, city: City): Promise<StartRate[]> {
  const root = await app
    .get(Database)
    .transaction({ cityId: city.id }, (manager) => app.get(AreaTree).root(manager, city.id));
  const answer = await app.get(CoverageService).answer(operatorPrincipal(city, root), coverageQuestion({}));
  return answer.targets.map(({ code, numerator, denominator, rate }) => ({
    city: city.name,
    code,
    numerator,
    denominator,
    rate,
  }));
}

/** Those of the demo's people who can come in: a city made before somebody was thought of knows nothing of them. */
async function signInsOf(app: NestFastifyApplication, city: City): Promise<DemoSignIn[]> {
  const people = [...planPeople(city.code, ''), ...DEMO_MEMBERS];
  const where = { cityId: city.id, login: In(people.map(({ login }) => login)), disabledAt: IsNull() };
  const found = await app
    .get(Database)
    .transaction({ cityId: city.id }, (manager) => manager.findBy(UserAccount, where));
  const there = new Set(found.map(({ login }) => login));
  const ofDemo = people.filter(({ login }) => there.has(login));
  return ofDemo.map(({ login, name, role }) => ({ login, name, role, password: DEMO_PASSWORD }));
}

/** The demo's owner, where the register of the city has their phone. */
async function ownerOf(app: NestFastifyApplication, { id: cityId }: City): Promise<string | null> {
  const phone = demoOwnerPhone(app.get(Clock).today());
  const phoneHash = app.get(PersonalData).hash(cityId, 'phone', phone);
  const isThere = await app
    .get(Database)
    .transaction({ cityId }, (manager) => manager.existsBy(OwnerDetail, { cityId, phoneHash, supersededAt: IsNull() }));
  return isThere ? phone : null;
}

/** What is told when the server is ready: the rates of each city, and the sign-ins of a demo city. */
export async function startReport(app: NestFastifyApplication): Promise<StartReport> {
  const cities = await app.get(CitiesService).list();
  const rates: StartRate[] = [];
  for (const city of cities) rates.push(...(await ratesOf(app, city)));
  const demo = cities.find((city) => city.isDemo);
  if (!demo) return { rates, demoSignIns: [], demoOwner: null };
  return { rates, demoSignIns: await signInsOf(app, demo), demoOwner: await ownerOf(app, demo) };
}
