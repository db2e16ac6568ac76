import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { IsDay, said } from '#libs/platform';

export class PublicationRequest {
  @ApiProperty({ example: '2026-Q3', description: 'a quarter, a half-year (2026-H1) or a year (2026)' })
  @Matches(
    /^(19|20|21)\d{2}(-(Q[1-4]|H[12]))?$/,
    said('应为 2026-Q3（季度）、2026-H1（半年）或 2026（年度）', 'must be such as 2026-Q3, 2026-H1 or 2026'),
  )
  period: string;

  @ApiProperty({ example: '晋城市住房和城乡建设局', description: '公开单位' })
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  publisher: string;

  @ApiPropertyOptional({ description: 'what readers should know, such as why it is late' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  note?: string;
}

export class NoticeBoardRequest {
  @ApiProperty({ example: '东街社区公告栏' }) @IsString() @MinLength(2) @MaxLength(60) place: string;
  @ApiProperty({ format: 'date', description: 'from when on it hangs there' }) @IsDay() onDay: string;
  @ApiProperty({ format: 'uuid', description: 'its scan or photo, a file that was uploaded' }) @IsUUID() fileId: string;
}
