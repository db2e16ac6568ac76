import { ApiProperty } from '@nestjs/swagger';
import type { DataAccess } from './data-access.entity.js';

const KINDS = ['listed', 'changed', 'revealed', 'bound', 'desk-code'] as const;

export class DataAccessResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time', description: 'the first time on that day' }) at: string;
  @ApiProperty({ example: '李明', description: 'who looked' }) viewer: string;
  @ApiProperty({ enum: KINDS }) what: (typeof KINDS)[number];

  static from({ id, at, viewerName, what }: DataAccess): DataAccessResponse {
    return { id, at: at.toISOString(), viewer: viewerName, what };
  }
}

export class DataAccessPageResponse {
  @ApiProperty({ type: [DataAccessResponse] }) items: DataAccessResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
