import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { AssemblyCompound } from '../assemblies/assembly-answers.dto.js';
import type { ShownResolution } from './resolutions.queries.js';

export class ResolutionsQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() assembly?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;
  @ApiPropertyOptional({ enum: ['overdue'] }) @IsOptional() @IsIn(['overdue']) show?: 'overdue';
}

export class NewTaskRequest {
  @ApiProperty({ example: '与中标单位签订施工合同' }) @IsString() @MinLength(2) @MaxLength(300) what: string;
  @ApiProperty({ example: '业委会主任' }) @IsString() @MinLength(2) @MaxLength(120) who: string;
  @ApiProperty({ format: 'date' }) @IsDay() dueOn: string;
}

export class TaskCompletionRequest {
  @ApiProperty({ description: 'what was done' }) @IsString() @MinLength(2) @MaxLength(1000) note: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'what shows it' }) @IsOptional() @IsUUID() fileId?: string;
}

export class TaskDoneResponse {
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() note: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
}

export class ResolutionTaskResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() what: string;
  @ApiProperty() who: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: TaskDoneResponse, nullable: true }) done: TaskDoneResponse | null;
  @ApiProperty() isOverdue: boolean;
}

export class ResolutionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) assemblyId: string;
  @ApiProperty() compound: AssemblyCompound;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true, description: 'the option that was adopted' }) choice: string | null;
  @ApiProperty({ type: [String], description: 'matters of the law on which owners decided' }) matters: string[];
  @ApiProperty({ format: 'date' }) adoptedOn: string;
  @ApiProperty({ type: [ResolutionTaskResponse] }) tasks: ResolutionTaskResponse[];

  static from({ tasks, matters, ...told }: ShownResolution): ResolutionResponse {
    return { ...told, matters: [...matters], tasks: [...tasks] };
  }
}

export class ResolutionsResponse {
  @ApiProperty({ type: [ResolutionResponse] }) items: ResolutionResponse[];
}
