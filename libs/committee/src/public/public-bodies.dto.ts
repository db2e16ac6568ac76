import { ApiProperty } from '@nestjs/swagger';
import { BODY_KINDS } from '../bodies/bodies.dto.js';
import { PublicMemberResponse } from '../owners/owners-bodies.dto.js';

/** A body as everybody reads it: who sits on it in which post, and until when. */
export class PublicBodyResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: BODY_KINDS }) kind: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ type: [PublicMemberResponse], description: 'in office, and alternates' })
  members: PublicMemberResponse[];
}

export class PublicBodiesResponse {
  @ApiProperty({ description: 'name of the compound' }) compound: string;
  @ApiProperty({ type: [PublicBodyResponse], description: 'in term today' }) items: PublicBodyResponse[];
}
