import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { KeptFile } from './files.service.js';
import { SCAN_SUBJECTS, type ScanSubject } from './scan.entity.js';

/** An uploaded file; evidence names it by its id. */
export class FileResponse {
  @ApiProperty({ format: 'uuid', description: 'equal content in one city has one id' }) id: string;
  @ApiProperty({ description: 'as sent, with the ending that fits its content' }) name: string;
  @ApiProperty({ description: 'by its content', example: 'application/pdf' }) mediaType: string;
  @ApiProperty({ description: 'bytes' }) size: number;
  @ApiProperty() sha256: string;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;

  static from(file: KeptFile): FileResponse {
    return { ...file, uploadedAt: file.uploadedAt.toISOString() };
  }
}

export class ScanRequest {
  @ApiProperty({ enum: SCAN_SUBJECTS })
  @IsIn(SCAN_SUBJECTS, { message: `应为 ${SCAN_SUBJECTS.join('、')} 之一` })
  subjectKind: ScanSubject;

  @ApiProperty({ format: 'uuid', description: 'record id of the evidence; of signs and field checks their id' })
  @IsUUID()
  subjectId: string;

  @ApiProperty({ format: 'uuid', description: 'an uploaded file' })
  @IsUUID()
  fileId: string;
}

export class ScanWithdrawalRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}
