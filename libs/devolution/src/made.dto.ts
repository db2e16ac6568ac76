import { ApiProperty } from '@nestjs/swagger';

/** What was made, by its id. */
export class MadeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}
