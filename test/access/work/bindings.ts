import { randomUUID } from 'node:crypto';
import { BindingSlips } from '../../../libs/roster/src/bindings/codes/binding-slips.service.js';
import { UnitBindingsService } from '../../../libs/roster/src/bindings/unit-bindings.service.js';
import type { TestApp } from '../../support/app.js';
import { anOwner, aPhone } from '../../roster/owners.js';
import type { Place } from '../places.js';

const SEEN = { seenDocument: '身份证、不动产权证', reason: '本人到场' };

interface Sent {
  readonly ids?: string[];
  readonly body?: object;
  readonly key?: string;
}

type BindingCall = (at: Place, who: unknown, test: TestApp) => Promise<Sent> | Sent;

const unitOf = ({ register: { compound, bindable } }: Place): string[] => [compound, bindable.unit];

/** Binds a phone that nobody had to the unit of two. @returns the binding */
async function bound(test: TestApp, { city, register }: Place, phone = aPhone()): Promise<string> {
  const { compound: compoundId, bindable } = register;
  const told = { ownerId: bindable.owner, phone, ...SEEN };
  return test.app.get(UnitBindingsService).bindAtDesk(city.operator, { compoundId, unitId: bindable.unit }, told);
}

/** A row in every table of owners who sign in: a code, an account, a message, a binding, a slip. */
export async function bindingsIn(test: TestApp, place: Place): Promise<void> {
  const { city, register } = place;
  const phone = aPhone();
  await anOwner(test, city, phone);
  await bound(test, place, phone);
  const { compound: compoundId, bindable } = register;
  const of = { ownerId: bindable.owner, origin: 'http://127.0.0.1' };
  await test.app.get(BindingSlips).print(city.operator, { compoundId, unitId: bindable.unit }, of);
}

async function codeFor(test: TestApp, { city }: Place, phone: string): Promise<string> {
  const answer = await test.http.post('/api/v1/owner-codes').send({ city: city.code, phone });
  return (answer.body as { demoCode: string }).demoCode;
}

/** How the routes of owners, of their bindings and of what everybody reads of a compound are called. */
export const BINDING_CALLS = {
  'GET /public/:city/compounds': ({ city }) => ({ ids: [city.code], query: 'q=a' }),
  'GET /public/:city/compounds/:id/committees': ({ city, vote }) => ({ ids: [city.code, vote.compound] }),
  'POST /owner-codes': (at) => ({ body: { city: at.city.code, phone: aPhone() } }),
  'POST /owner-sessions': async (at, _, test) => {
    const phone = aPhone();
    return { body: { city: at.city.code, phone, code: await codeFor(test, at, phone) } };
  },
  'POST /me/owner-phone/codes': () => ({ body: { phone: aPhone() } }),
  'PUT /me/owner-phone': () => ({ body: { phone: aPhone(), code: '000000', formerCode: '000000' } }),
  'GET /me/homes': () => ({}),
  'POST /me/homes': (at) => ({ body: { unitId: at.register.bindable.unit } }),
  'POST /me/homes/:id/ending': () => ({ ids: [randomUUID()] }),
  'GET /me/assemblies': () => ({}),
  'GET /me/assemblies/:id': ({ vote }) => ({ ids: [vote.held] }),
  'POST /me/assemblies/:id/ballots': ({ vote: { held, party, motion } }) => ({
    ids: [held],
    key: randomUUID(),
    body: { partyId: party, answers: [{ motion, ticked: ['for'] }] },
  }),
  'GET /me/assemblies/:id/ballots/:partyId': ({ vote: { held, party } }) => ({ ids: [held, party] }),
  'POST /me/assemblies/:id/parties/:partyId/statements': ({ vote: { held, party, motion } }) => ({
    ids: [held, party],
    body: { answers: [{ motion, ticked: ['for'] }] },
  }),
  'POST /me/assemblies/:id/roll/objections': ({ vote }) => ({ ids: [vote.held], body: { content: '面积不符' } }),
  'POST /me/assemblies/:id/objections': ({ vote }) => ({ ids: [vote.held], body: { content: '计票有误' } }),
  'GET /compounds/:id/units/:unitId/bindings': (at) => ({ ids: unitOf(at) }),
  'POST /compounds/:id/units/:unitId/bindings': (at) => ({
    ids: unitOf(at),
    body: { ownerId: at.register.bindable.owner, phone: aPhone(), ...SEEN },
  }),
  'POST /compounds/:id/units/:unitId/bindings/:bindingId/ending': async (at, _, test) => ({
    ids: [...unitOf(at), await bound(test, at)],
    body: { reason: '非本人' },
  }),
  'POST /compounds/:id/units/:unitId/bindings/:bindingId/phone': async (at, _, test) => ({
    ids: [...unitOf(at), await bound(test, at)],
    body: { phone: aPhone(), seenDocument: '身份证', reason: '原号码停用' },
  }),
  'POST /compounds/:id/units/:unitId/sign-in-codes': async (at, _, test) => ({
    ids: unitOf(at),
    body: { bindingId: await bound(test, at), seenDocument: '身份证' },
  }),
  'POST /compounds/:id/units/:unitId/binding-codes': (at) => ({
    ids: unitOf(at),
    body: { ownerId: at.register.bindable.owner },
  }),
} as const satisfies Readonly<Record<string, BindingCall>>;
