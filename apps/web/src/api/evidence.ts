import { answerOf, api } from './client.js';
import type { CommitteeOrder, PartyOrganisationOrder, ServiceModeOrder, ServiceSignOrder } from './types.js';

type Recorded = Promise<{ id: string }>;

export const recordServiceMode = (body: ServiceModeOrder): Recorded =>
  answerOf(api.POST('/api/v1/service-modes', { body }));

export const recordCommittee = (body: CommitteeOrder): Recorded => answerOf(api.POST('/api/v1/committees', { body }));

export const recordPartyOrganisation = (body: PartyOrganisationOrder): Recorded =>
  answerOf(api.POST('/api/v1/party-organisations', { body }));

export const recordServiceSign = (body: ServiceSignOrder): Recorded =>
  answerOf(api.POST('/api/v1/service-signs', { body }));
