import { ApiProperty } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import type { Assembly } from '../assemblies/assembly.entity.js';
import { VoteStoppage } from './vote-stoppage.entity.js';

/** A time in which an open vote could not be reached; the end of the vote does not move for it. */
export class StoppageResponse {
  @ApiProperty({ type: String, format: 'date-time' }) startedAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) endedAt: Date;
  @ApiProperty({ description: 'begun minutes' }) minutes: number;
  @ApiProperty() reason: string;
}

/** A minute that was begun counts as one: nobody reads "0 minutes" of a vote that stood still. */
export function minutesOf({ startedAt, endedAt }: Pick<VoteStoppage, 'startedAt' | 'endedAt'>): number {
  return Math.max(1, Math.ceil((endedAt.getTime() - startedAt.getTime()) / 60_000));
}

/** The stoppages of a vote that the caller may read, in their order. */
export async function stoppagesOf(
  manager: EntityManager,
  { cityId, id }: Pick<Assembly, 'cityId' | 'id'>,
): Promise<StoppageResponse[]> {
  const rows = await manager.find(VoteStoppage, { where: { cityId, assemblyId: id }, order: { startedAt: 'ASC' } });
  return rows.map((row) => ({
    ...{ startedAt: row.startedAt, endedAt: row.endedAt, minutes: minutesOf(row), reason: row.reason },
  }));
}
