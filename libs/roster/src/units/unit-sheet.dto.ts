import { ApiProperty } from '@nestjs/swagger';
import type { Day } from '#libs/kernel';
import { sharesState } from '../domain/ownership/shares.js';
import { OWNER_KINDS, type OwnerKind } from '../domain/people/owner-kind.js';
import {
  AREA_SOURCES,
  STANDINGS,
  UNIT_USES,
  type AreaSource,
  type Standing,
  type UnitUse,
} from '../domain/parties/unit-words.js';
import { TRANSFER_CAUSES, type OwnershipCause } from '../ownerships/ownership-causes.js';
import type { PersonalData } from '../owners/personal-data.js';
import type { KnownVersion, OwnershipFacts, ShareFacts, UnitFacts } from '../writing/change.js';
import { sumOfShares, writtenShare } from './units.dto.js';
import type { UnitSheet } from './units.service.js';

const STATES = ['none', 'sole', 'undivided', 'complete', 'incomplete'] as const;

export class OwnerSourceResponse {
  @ApiProperty({ type: String, nullable: true, description: 'the list that says so' }) list: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the row of the list' }) row: number | null;
  @ApiProperty() reason: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
}

export class MaskedOwnerResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: OWNER_KINDS }) kind: OwnerKind;
  @ApiProperty({ example: '张*' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '1405**********1234' }) idNumber: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****1234' }) phone: string | null;
}

export class UnitOwnerResponse extends MaskedOwnerResponse {
  @ApiProperty({ type: String, nullable: true, example: '1/2' }) share: string | null;
  @ApiProperty() isRepresentative: boolean;
  @ApiProperty({ type: MaskedOwnerResponse, nullable: true }) guardian: MaskedOwnerResponse | null;
}

export class OwnershipResponse {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'the first day on which it no longer holds',
  })
  to: string | null;
  @ApiProperty({ enum: STANDINGS }) standing: Standing;
  @ApiProperty({ enum: [...TRANSFER_CAUSES, 'list', 'representative'] }) cause: OwnershipCause;
  @ApiProperty({ enum: STATES }) shares: (typeof STATES)[number];
  @ApiProperty({ type: String, nullable: true }) sharesSum: string | null;
  @ApiProperty({ type: [UnitOwnerResponse] }) owners: UnitOwnerResponse[];
  @ApiProperty({ type: String, nullable: true }) documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) issuingBody: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) issuedOn: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
  @ApiProperty({ type: OwnerSourceResponse }) source: OwnerSourceResponse;
}

export class UnitFactsResponse {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to: string | null;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() room: string;
  @ApiProperty({ type: Number, nullable: true }) floor: number | null;
  @ApiProperty({ enum: UNIT_USES }) use: UnitUse;
  @ApiProperty({ type: Number, nullable: true, description: 'integer of 0.01 m²' }) floorArea: number | null;
  @ApiProperty({ enum: AREA_SOURCES, nullable: true }) areaSource: AreaSource | null;
  @ApiProperty({ type: String, nullable: true }) areaDocument: string | null;
  @ApiProperty({ type: String, nullable: true, example: '353/100000' }) commonShare: string | null;
  @ApiProperty({ type: OwnerSourceResponse }) source: OwnerSourceResponse;
}

interface Telling {
  readonly sheet: UnitSheet;
  readonly cityId: number;
  readonly data: PersonalData;
}

function sourceOf({ sheet }: Telling, version: KnownVersion<unknown>): OwnerSourceResponse {
  const { importId, importRow: row, reason, recordedBy, recordedAt } = version;
  const list = importId === null ? null : (sheet.lists.get(importId) ?? null);
  return { list, row, reason, recordedBy, recordedAt: recordedAt.toISOString() };
}

function maskedOwner({ sheet, cityId, data }: Telling, ownerId: string): MaskedOwnerResponse | null {
  const owner = sheet.owners.get(ownerId);
  return owner ? { id: ownerId, kind: owner.detail.kind, ...data.masked({ cityId, ownerId }, owner.detail) } : null;
}

function ownersOf(telling: Telling, shares: readonly ShareFacts[]): UnitOwnerResponse[] {
  return shares.flatMap(({ ownerId, share, isRepresentative, guardianId }) => {
    const owner = maskedOwner(telling, ownerId);
    const guardian = guardianId === null ? null : maskedOwner(telling, guardianId);
    return owner ? [{ ...owner, share: writtenShare(share), isRepresentative, guardian }] : [];
  });
}

function ownership(telling: Telling, version: KnownVersion<OwnershipFacts>): OwnershipResponse {
  const { shares, ...facts } = version.facts;
  const told = shares.map(({ share }) => share);
  const { validFrom: from, validTo: to } = version;
  const owners = ownersOf(telling, shares);
  return {
    from,
    to,
    ...facts,
    shares: sharesState(told),
    sharesSum: sumOfShares(told),
    owners,
    source: sourceOf(telling, version),
  };
}

function unitFacts(telling: Telling, version: KnownVersion<UnitFacts>): UnitFactsResponse {
  const { commonShare, ...facts } = version.facts;
  const { validFrom: from, validTo: to } = version;
  return { from, to, ...facts, commonShare: writtenShare(commonShare), source: sourceOf(telling, version) };
}

/** One unit with everything that is known of it, newest first; personal data masked. */
export class UnitSheetResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: [UnitFactsResponse], description: 'newest first' }) versions: UnitFactsResponse[];
  @ApiProperty({ type: [OwnershipResponse], description: 'newest first' }) ownerships: OwnershipResponse[];
  @ApiProperty({ format: 'date', description: 'the day of the answer' }) today: string;

  static from(sheet: UnitSheet, asked: { cityId: number; data: PersonalData; today: Day }): UnitSheetResponse {
    const telling = { sheet, ...asked };
    return {
      id: sheet.unitId,
      versions: sheet.versions.map((version) => unitFacts(telling, version)).reverse(),
      ownerships: sheet.ownerships.map((version) => ownership(telling, version)).reverse(),
      today: asked.today,
    };
  }
}
