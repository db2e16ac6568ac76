import { ApiProperty } from '@nestjs/swagger';
import {
  COMPOUND_STATUSES,
  FACT_FIELDS,
  type CompoundFacts,
  type CompoundStatus,
} from '../domain/compounds/compound-facts.js';
import type { CompoundFile } from './compound-file.queries.js';
import type { CompoundSource } from '../compounds/compound-source.entity.js';
import type { CompoundVersion } from '../compound-versions/compound-version.entity.js';
import { PlaceResponse } from '../compounds/compounds.dto.js';
import { shownToldValue } from './shown-values.js';

export class PointResponse {
  @ApiProperty() longitude: number;
  @ApiProperty() latitude: number;
}

export class FactChangeResponse {
  @ApiProperty({ description: 'name, address, area, point, households, …' }) field: string;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
}

export class CompoundVersionResponse {
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) validTo: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty() reason: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ type: [FactChangeResponse], description: 'against the version before; empty for the first' })
  changes: FactChangeResponse[];
}

export class CompoundSourceResponse {
  @ApiProperty() listName: string;
  @ApiProperty() rowNumber: number;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) said: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) extra: Record<string, string>;

  static from(source: CompoundSource): CompoundSourceResponse {
    const { listName, rowNumber, asOf, said, extra } = source;
    return { listName, rowNumber, asOf, recordedAt: source.recordedAt.toISOString(), said, extra };
  }
}

export class ToldValueResponse {
  @ApiProperty({ description: 'in the form of the register: a number, a day, m², longitude,latitude' }) value: string;
  @ApiProperty() listName: string;
  @ApiProperty() rowNumber: number;
  @ApiProperty({ format: 'date' }) asOf: string;
}

export class ContradictionResponse {
  @ApiProperty() field: string;
  @ApiProperty({ type: [ToldValueResponse] }) values: ToldValueResponse[];
}

type Areas = CompoundFile['areas'];
type ShownField = Exclude<keyof CompoundFacts, 'longitude' | 'latitude'> | 'point';

const SHOWN_FIELDS: readonly ShownField[] = [
  ...FACT_FIELDS.filter((field) => field !== 'longitude' && field !== 'latitude'),
  'point',
];

function placeOf(areaId: string | null, areas: Areas): PlaceResponse | null {
  const area = areaId === null ? undefined : areas.get(areaId);
  return area ? { code: area.code, name: area.name } : null;
}

function pointOf(version: CompoundFacts): PointResponse | null {
  const { longitude, latitude } = version;
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

/** A value as text, so that every field can be shown in one table. */
function shown(field: ShownField, facts: CompoundFacts, areas: Areas): string | null {
  if (field === 'areaId') return placeOf(facts.areaId, areas)?.name ?? null;
  if (field === 'aliases') return facts.aliases.join('、') || null;
  return shownToldValue(field, field === 'point' ? pointOf(facts) : facts[field]);
}

function changesOf(before: CompoundVersion | undefined, after: CompoundVersion, areas: Areas): FactChangeResponse[] {
  if (!before) return [];
  return SHOWN_FIELDS.flatMap((field) => {
    const [was, is] = [shown(field, before, areas), shown(field, after, areas)];
    return was === is ? [] : [{ field: field === 'areaId' ? 'area' : field, before: was, after: is }];
  });
}

/** One compound with its history, its sources and what they disagree on. */
export class CompoundFileResponse {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) aliases: string[];
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: PlaceResponse, nullable: true, description: 'null while unplaced' }) area: PlaceResponse | null;
  @ApiProperty({ type: PointResponse, nullable: true }) point: PointResponse | null;
  @ApiProperty({ type: Number, nullable: true }) buildings: number | null;
  @ApiProperty({ type: Number, nullable: true }) households: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'm²', example: '69000.00' }) floorArea: string | null;
  @ApiProperty({ type: Number, nullable: true }) builtYear: number | null;
  @ApiProperty({ type: String, nullable: true }) kind: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) deliveredOn: string | null;
  @ApiProperty({ enum: COMPOUND_STATUSES }) status: CompoundStatus;
  @ApiProperty({ type: String, nullable: true, description: 'the compound that it is, while merged' }) mergedInto:
    string | null;
  @ApiProperty({ format: 'date' }) registeredOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) closedOn: string | null;
  @ApiProperty({ type: [CompoundVersionResponse] }) versions: CompoundVersionResponse[];
  @ApiProperty({ type: [CompoundSourceResponse] }) sources: CompoundSourceResponse[];
  @ApiProperty({ type: [ContradictionResponse] }) contradictions: ContradictionResponse[];

  static from(file: CompoundFile): CompoundFileResponse {
    const { compound, current, history, sources, areas } = file;
    const { id, ownCode: code } = compound;
    const { name, aliases, address, buildings, households, builtYear, kind, deliveredOn, status, mergedInto } = current;
    return {
      ...{ id, code, name, aliases, address, area: placeOf(current.areaId, areas), point: pointOf(current) },
      ...{
        buildings,
        households,
        floorArea: shownToldValue('floorArea', current.floorArea),
        builtYear,
        kind,
        deliveredOn,
        status,
        mergedInto,
      },
      registeredOn: (history[0] as CompoundVersion).validFrom,
      closedOn: closedOn(history),
      versions: history.map((version, index) => ({
        validFrom: version.validFrom,
        validTo: version.validTo,
        recordedAt: version.recordedAt.toISOString(),
        reason: version.reason,
        recordedBy: version.recordedBy,
        changes: changesOf(history[index - 1], version, areas),
      })),
      sources: sources.map((source) => CompoundSourceResponse.from(source)),
      contradictions: file.contradictions.map(({ field, values }) => ({
        field,
        values: values.map(({ value, source: { listName, rowNumber, asOf } }) => ({
          value: shownToldValue(field, value) ?? '',
          listName,
          rowNumber,
          asOf,
        })),
      })),
    };
  }
}

/** The first day of the end: demolished, or merged into another, until further notice. */
function closedOn(history: readonly CompoundVersion[]): string | null {
  const open = history.findLastIndex(
    (version) => version.status === 'in-use' || version.status === 'under-construction',
  );
  return history[open + 1]?.validFrom ?? null;
}
