import {
  recordCommittee,
  recordPartyOrganisation,
  recordServiceMode,
  recordServiceSign,
} from '../../../api/register.js';
import { given } from '../../../api/client.js';
import type { CommitteeOrder, PartyOrganisationOrder, ServiceModeOrder, ServiceSignOrder } from '../../../api/types.js';

export const EVIDENCE_KINDS = ['service-mode', 'committee', 'party-organisation', 'service-sign'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Everything that the form can ask for, as typed; fields have the names under which the server refuses them. */
export interface EvidenceForm {
  /** Mode of service, kind of body, of organisation or of sign. */
  kind: string;
  documentNumber: string;
  issuingBody: string;
  from: string;
  to: string;
  issuedOn: string;
  filedOn: string;
  company: string;
  creditCode: string;
  name: string;
  seats: string;
  members: string;
  electedOn: string;
  /** `committee:ID` or `company:ID`. */
  subjectId: string;
  secretary: string;
  memberCount: string;
  onDay: string;
  note: string;
}

export type FieldName = keyof EvidenceForm;

/** One field: what it takes, and whether the evidence is none without it. */
export interface Field {
  readonly name: FieldName;
  readonly as: 'text' | 'long' | 'day' | 'number' | 'kind' | 'subject';
  readonly required?: boolean;
}

const text = (name: FieldName, required = false): Field => ({ name, as: 'text', required });
const day = (name: FieldName, required = false): Field => ({ name, as: 'day', required });
const number = (name: FieldName): Field => ({ name, as: 'number' });
const KIND: Field = { name: 'kind', as: 'kind', required: true };
const PAPER = [text('documentNumber', true), text('issuingBody', true), day('from', true), day('to')];
const DATES = [day('issuedOn'), day('filedOn')];

export const FIELDS: Readonly<Record<EvidenceKind, readonly Field[]>> = {
  'service-mode': [KIND, text('company'), ...PAPER, ...DATES, text('creditCode')],
  committee: [KIND, text('name'), ...PAPER, ...DATES, number('seats'), number('members'), day('electedOn')],
  'party-organisation': [
    { name: 'subjectId', as: 'subject', required: true },
    ...[KIND, ...PAPER, day('issuedOn'), text('name'), text('secretary'), number('memberCount')],
  ],
  'service-sign': [KIND, day('onDay', true), { name: 'note', as: 'long' }],
};

/** The codes of each kind; their words are those of the evidence on the page. */
export const CHOICES = {
  'service-mode': ['P', 'M', 'S', 'U', 'T', 'B', 'E'],
  committee: ['committee', 'pmc', 'exemption'],
  'party-organisation': ['own', 'joint', 'function', 'attached', 'instructor'],
  'service-sign': ['inspection', 'fee-run', 'work-order'],
} as const satisfies Record<EvidenceKind, readonly string[]>;

export function emptyForm(today: string): EvidenceForm {
  const days = { from: '', to: '', issuedOn: '', filedOn: '', electedOn: '', onDay: today };
  const paper = { kind: '', documentNumber: '', issuingBody: '', name: '', subjectId: '', note: '' };
  return { ...days, ...paper, company: '', creditCode: '', seats: '', members: '', secretary: '', memberCount: '' };
}

export function isComplete(kind: EvidenceKind, form: EvidenceForm): boolean {
  return FIELDS[kind].every(({ name, required }) => !required || form[name].trim() !== '');
}

/** Refusals that are about one field, though the server found them by a rule. */
const FIELD_OF_CODE: Readonly<Record<string, FieldName>> = {
  'record.ends-before-start': 'to',
  'record.days-reversed': 'to',
  'record.document-incomplete': 'to',
  'service-mode.company-needed': 'company',
  'service-mode.contracts-overlap': 'from',
  'committee.more-members-than-seats': 'members',
  'party.subject-not-found': 'subjectId',
  'service-sign.day-impossible': 'onDay',
};

export function fieldOfCode(code: string): FieldName | undefined {
  return FIELD_OF_CODE[code];
}

/** A number that was typed; what is none goes to the server as it is, which says so beside the field. */
function asNumber(typed: string): number | undefined {
  const words = typed.trim();
  return words === '' ? undefined : ((/^\d+$/.test(words) ? Number(words) : words) as number);
}

interface Recording {
  readonly kind: EvidenceKind;
  readonly compoundId: string;
  readonly fileId?: string;
}

/** Sends what was filled in, as the order of its kind. */
export function recordEvidence({ kind, compoundId, fileId }: Recording, form: EvidenceForm): Promise<{ id: string }> {
  const { documentNumber, issuingBody, from, to, issuedOn, filedOn, name } = form;
  const scan = fileId === undefined ? {} : { fileId };
  const paper = { documentNumber, issuingBody, from, ...given({ to, issuedOn }), ...scan };
  if (kind === 'service-sign') {
    const sign = form.kind as ServiceSignOrder['kind'];
    return recordServiceSign({
      compoundId,
      kind: sign,
      onDay: form.onDay,
      ...given({ note: form.note.trim() }),
      ...scan,
    });
  }
  if (kind === 'service-mode') {
    const { company, creditCode } = form;
    const mode = form.kind as ServiceModeOrder['mode'];
    return recordServiceMode({ ...paper, compoundIds: [compoundId], mode, ...given({ company, creditCode, filedOn }) });
  }
  if (kind === 'committee') {
    const { electedOn } = form;
    const numbers = { seats: asNumber(form.seats), members: asNumber(form.members) };
    const body = form.kind as CommitteeOrder['kind'];
    return recordCommittee({
      ...{ ...paper, compoundIds: [compoundId], kind: body },
      ...given({ name, filedOn, electedOn, ...numbers }),
    });
  }
  const [subjectKind, subjectId = ''] = form.subjectId.split(':') as [PartyOrganisationOrder['subjectKind'], string];
  const organisation = form.kind as PartyOrganisationOrder['kind'];
  return recordPartyOrganisation({
    ...{ ...paper, subjectKind, subjectId, kind: organisation },
    ...given({ name, secretary: form.secretary, memberCount: asNumber(form.memberCount) }),
  });
}
