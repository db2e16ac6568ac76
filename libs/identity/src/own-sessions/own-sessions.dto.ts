import { ApiProperty } from '@nestjs/swagger';
import { deviceName } from '../domain/device.js';
import type { Session } from '../sessions/session.entity.js';

const WAYS = ['password', 'directory', 'phone-code', 'desk-code'] as const;

export class OwnSessionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Chrome · Windows' }) device: string;
  @ApiProperty({ example: '10.1.2.3', description: 'where it was begun from' }) address: string;
  @ApiProperty({ enum: WAYS }) way: (typeof WAYS)[number];
  @ApiProperty({ format: 'date-time' }) begunAt: string;
  @ApiProperty({ format: 'date-time', description: 'when its token was last renewed' }) lastUsedAt: string;
  @ApiProperty({ description: 'the one that asks' }) isCurrent: boolean;

  static from(session: Session, currentId: string): OwnSessionResponse {
    const { id, userAgent, address, way, createdAt, refreshedAt } = session;
    return {
      id,
      device: deviceName(userAgent),
      address,
      way,
      begunAt: createdAt.toISOString(),
      lastUsedAt: refreshedAt.toISOString(),
      isCurrent: id === currentId,
    };
  }
}

export class OwnSessionsResponse {
  @ApiProperty({ type: [OwnSessionResponse] }) items: OwnSessionResponse[];
}
