import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay, IsFen } from '#libs/platform';

export class StipendRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() personId: string;
  @ApiProperty({ example: '30000', description: 'whole fen' }) @IsFen() amountFen: string;
  @ApiProperty({ example: '2026年第三季度' }) @IsString() @MinLength(2) @MaxLength(60) period: string;
  @ApiProperty({ format: 'date' }) @IsDay() paidOn: string;
  @ApiProperty({ format: 'uuid', description: 'what the owners resolved about it' }) @IsUUID() resolutionId: string;
}

export class StipendReversalRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class StipendResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'whole fen; below nothing for a reversal' }) amountFen: string;
  @ApiProperty() period: string;
  @ApiProperty({ format: 'date' }) paidOn: string;
  @ApiProperty() resolution: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) reversesId: string | null;
  @ApiProperty() isReversed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'why it was reversed' }) reason: string | null;
}

export class StipendsResponse {
  @ApiProperty({ type: [StipendResponse] }) items: StipendResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
