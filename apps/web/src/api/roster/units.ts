import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type RosterSummary = Schemas['RosterSummaryResponse'];
export type UnitMark = keyof RosterSummary['marks'];
export type UnitLine = Schemas['UnitLineResponse'];
export type UnitSheet = Schemas['UnitSheetResponse'];
export type UnitFacts = Schemas['UnitFactsResponse'];
export type Ownership = Schemas['OwnershipResponse'];
export type UnitOwner = Schemas['UnitOwnerResponse'];
export type MaskedOwner = Schemas['MaskedOwnerResponse'];
/** As much of an owner as is needed to ask for what lies behind the mask. */
export type RevealableOwner = Pick<NonNullable<MaskedOwner>, 'id' | 'name' | 'phone' | 'idNumber'>;
export type TransferOrder = Schemas['TransferRequest'];
export type RepresentativeOrder = Schemas['RepresentativeRequest'];
export type RevealOrder = Schemas['RevealRequest'];

export interface UnitQuery {
  q?: string | undefined;
  building?: string | undefined;
  stairway?: string | undefined;
  mark?: UnitMark | undefined;
  on?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

interface UnitPath {
  readonly id: string;
  readonly unitId: string;
}

export const readRoster = (id: string, query: { on?: string }, signal: AbortSignal): Promise<RosterSummary> =>
  answerOf(api.GET('/api/v1/compounds/{id}/roster', { params: { path: { id }, query: given(query) }, signal }));

export const listUnits = (id: string, query: UnitQuery, signal: AbortSignal): Promise<Page<UnitLine>> =>
  answerOf(api.GET('/api/v1/compounds/{id}/units', { params: { path: { id }, query: given(query) }, signal }));

export const readUnit = (path: UnitPath, signal: AbortSignal): Promise<UnitSheet> =>
  answerOf(api.GET('/api/v1/compounds/{id}/units/{unitId}', { params: { path }, signal }));

export const transferUnit = (path: UnitPath, body: TransferOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/compounds/{id}/units/{unitId}/transfers', { params: { path }, body }));

export const nameRepresentative = (path: UnitPath, body: RepresentativeOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/compounds/{id}/units/{unitId}/representative', { params: { path }, body }));

export const reveal = (path: { id: string; ownerId: string }, body: RevealOrder): Promise<{ value: string }> =>
  answerOf(api.POST('/api/v1/compounds/{id}/owners/{ownerId}/reveals', { params: { path }, body }));
