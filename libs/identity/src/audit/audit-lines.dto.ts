import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IdPageQuery } from '#libs/platform';
import type { ToldLine } from './audit-lines.service.js';

export class AuditLineQuery extends IdPageQuery {
  @ApiPropertyOptional({ example: 'user:01935a6e-…', description: 'kind of the subject, or kind:id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subject?: string;

  @ApiPropertyOptional({ description: 'id of a user, "operator", or the name of a service' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  actor?: string;

  @ApiPropertyOptional({ example: 'grant.give' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;
}

export class AuditActorResponse {
  @ApiProperty({ enum: ['user', 'operator', 'public', 'worker'] }) kind: string;
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class AuditSubjectResponse {
  @ApiProperty() kind: string;
  @ApiProperty() id: string;
}

export class AuditLineResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: AuditActorResponse }) actor: AuditActorResponse;
  @ApiProperty({ example: 'grant.give' }) action: string;
  @ApiProperty({ type: AuditSubjectResponse }) subject: AuditSubjectResponse;
  @ApiProperty({ type: Object, nullable: true }) before: unknown;
  @ApiProperty({ type: Object, nullable: true }) after: unknown;
  @ApiProperty({ type: String, nullable: true }) legalBasis: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'what people call the subject, where they call it anything; all but this is what the log sealed',
  })
  label: string | null;

  static from({ line, label }: ToldLine): AuditLineResponse {
    const { id, at, action, before, after, legalBasis } = line;
    const actor = { kind: line.actorKind, id: line.actorId, name: line.actorName };
    const subject = { kind: line.subjectKind, id: line.subjectId };
    return { id, at: at.toISOString(), actor, action, subject, before, after, legalBasis, label };
  }
}

export class AuditLinePageResponse {
  @ApiProperty({ type: [AuditLineResponse] }) items: AuditLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
