import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export class ConflictRequest {
  @ApiProperty({ description: 'the firm or person, as papers name it' })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  subject: string;

  @ApiProperty({ example: '配偶任职' }) @IsString() @MinLength(2) @MaxLength(500) relation: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for one item of an agenda alone' })
  @IsOptional()
  @IsUUID()
  itemId?: string;
}

export class ConflictEndRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class ConflictResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() subject: string;
  @ApiProperty() relation: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) itemId: string | null;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;
}

export class ConflictsResponse {
  @ApiProperty({ type: [ConflictResponse] }) items: ConflictResponse[];
}
