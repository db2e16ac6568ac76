import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { asOwner } from '../../ledger/books.js';
import { anAct, said } from '../projects.js';
import { aScan } from '../../support/files.js';
import type { MaintainedCompound } from './homes.js';

/** Whose owners voted, on what, and in which words; by default all of the compound on the use of the fund. */
export interface Voted {
  readonly matters?: readonly string[];
  readonly title?: string;
  readonly building?: string | null;
  readonly stairway?: string | null;
}

const ASSEMBLY = `
  INSERT INTO assembly (city_id, id, compound_id, title, organiser, organiser_name, is_first, is_rehearsal, building,
    stairway, rules, created_at, created_by, created_by_name, input_hash)
  VALUES ($1, $2, $3, '业主大会', 'committee', '业委会', false, false, $4, $5, '{}', now(), 'x', 'x', 'x')`;
const MOTION = `
  INSERT INTO motion (city_id, id, assembly_id, position, title, body, kind, matters, voting_class, offered)
  VALUES ($1, $2, $3, 1, $4, '', 'plain', $5, 'ordinary', '{}')`;
const RESOLUTION = `
  INSERT INTO resolution (city_id, id, assembly_id, motion_id, compound_id, title, matters, adopted_on)
  VALUES ($1, $2, $2, $2, $3, $4, $5, '2026-11-01')`;

/** A resolution, as a vote leaves it behind; how owners vote is told in test/assembly. @returns its id */
export async function resolved({ test, offices }: MaintainedCompound, voted: Voted = {}): Promise<string> {
  const { city, inEast } = offices;
  const { matters = ['M5'], title = '使用维修资金100000元修缮', building = null, stairway = null } = voted;
  const [cityId, id] = [city.city.id, randomUUID()];
  await asOwner(test, city, ASSEMBLY, [cityId, id, inEast, building, stairway]);
  await asOwner(test, city, MOTION, [cityId, id, id, title, matters]);
  await asOwner(test, city, RESOLUTION, [cityId, id, inEast, title, matters]);
  return id;
}

/** The repair of a stairway that two homes share, decided for 100,000 yuan. */
export function aRepair(decisionId: string, more: object = {}): object {
  const scope = { benefit: 'stairway', building: '1', stairway: '1' };
  const decided = { decisionKind: 'resolution', decisionId, decisionAmount: '100000.00' };
  return { title: '1单元电梯钢丝绳更换', amount: '1000.01', payee: '晋城电梯公司', ...scope, ...decided, ...more };
}

export async function ask(compound: MaintainedCompound, repair: object): Promise<string> {
  return said<{ id: string }>(await compound.send('spendings', repair)).id;
}

const NONE = { hasNoInterest: true };

export const at = (id: string, what: string): string => `/maintenance-spendings/${id}/${what}`;

/** A step of a payment of its contract, by default of the only one. */
export const ofPayment = (id: string, step: string, n = 1): string => at(id, `instalments/${n}/${step}`);

/** That a payment is made, as whoever asked for the repair asks for it. */
export async function request({ offices }: MaintainedCompound, id: string, n = 1): Promise<Response> {
  return offices.east.post(ofPayment(id, 'request', n), {});
}

/** The first of two who approve, of the street like whoever asked. */
export async function approveFirst({ offices }: MaintainedCompound, id: string, n = 1): Promise<Response> {
  return offices.eastToo.post(ofPayment(id, 'approvals', n), NONE);
}

/** The second, who keeps the city's fund; what homes have is taken. */
export async function approveSecond(
  { offices }: MaintainedCompound,
  id: string,
  { n = 1, ...more }: { readonly n?: number; readonly date?: string } = {},
): Promise<Response> {
  return offices.admin.post(ofPayment(id, 'approvals', n), { ...NONE, ...more });
}

/** Asked for and approved by two. @returns the entry */
export async function payOut(compound: MaintainedCompound, id: string, n = 1): Promise<string | null> {
  said(await request(compound, id, n));
  said(await approveFirst(compound, id, n));
  return said<{ entry: string | null }>(await approveSecond(compound, id, { n })).entry;
}

/** A contract for what was asked for, with the firm that was named. */
export function theContract(more: object = {}): object {
  return { number: 'HT-7', counterparty: '晋城电梯公司', amount: '1000.01', signedOn: '2026-11-20', ...more };
}

export async function scanned({ test, offices }: MaintainedCompound): Promise<string> {
  return aScan(test, offices.east, randomUUID());
}

export async function anAcceptance(compound: MaintainedCompound, more: object = {}): Promise<object> {
  const told = { onDay: '2026-11-25', note: '运行平稳', acceptors: ['committee', 'manager'], isPublic: true };
  return { ...told, fileId: await scanned(compound), ...more };
}

export async function anInvoice(compound: MaintainedCompound, more: object = {}): Promise<object> {
  return { kind: 'invoice', title: '增值税发票（已遮盖）', fileId: await scanned(compound), isPublic: true, ...more };
}

/** What has to be there before money is taken: contract, acceptance and invoice. */
export async function papered(compound: MaintainedCompound, id: string, contract: object = {}): Promise<void> {
  const { east } = compound.offices;
  said(await east.post(at(id, 'contract'), theContract(contract)));
  said(await east.post(at(id, 'acceptance'), await anAcceptance(compound)));
  said(await compound.send(at(id, 'vouchers'), await anInvoice(compound)));
}

export async function paid(compound: MaintainedCompound, id: string): Promise<string | null> {
  await papered(compound, id);
  return payOut(compound, id);
}

interface SheetInstalment {
  readonly state: string;
  readonly kind: string;
  readonly amount: string;
  readonly taken: string;
  readonly deeds: readonly string[];
  readonly hindrance: string | null;
}

export interface Sheet {
  readonly state: string;
  readonly cost: string;
  readonly taken: string;
  readonly owed: string;
  readonly deeds: readonly string[];
  readonly instalments: readonly SheetInstalment[];
  readonly lacking: readonly string[];
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly vouchers: readonly { readonly id: string; readonly kind: string; readonly fileId: string }[];
  readonly shares: readonly {
    readonly address: string;
    readonly share: string;
    readonly taken: string;
    readonly lacking: string;
    readonly isDevelopers: boolean;
  }[];
}

/** As somebody reads it, by default whoever asked for it. */
export async function sheet({ offices }: MaintainedCompound, id: string, by = offices.east): Promise<Sheet> {
  return said<Sheet>(await by.get(`/maintenance-spendings/${id}`));
}

/** An emergency, confirmed by the street. @returns the id of the act */
export const confirmed = ({ offices }: MaintainedCompound): Promise<string> => anAct(offices);
