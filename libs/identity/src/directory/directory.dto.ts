import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { said } from '#libs/platform';

const CITY = said('应为城市的区划代码', 'must be the code of a city');
const TICKET = said('应为开始时得到的 ticket', 'must be the ticket of the beginning');
const ANSWER = said('应为统一身份返回的网址参数', 'must be what the directory sent back');
const SUBJECT = said(
  '应为统一身份中的用户标识（不超过 255 个字符）',
  'must be an id of the directory, of 255 characters at most',
);

export class DirectoryRequest {
  @ApiPropertyOptional({ description: 'area code of the city; may be left out where there is only one' })
  @IsOptional()
  @IsString(CITY)
  @MaxLength(18, CITY)
  city?: string;
}

export class DirectoryVisitResponse {
  @ApiProperty({ description: 'where the browser goes next' }) address: string;
  @ApiProperty({ description: 'kept by the browser and brought back' }) ticket: string;
}

export class DirectoryAnswerRequest {
  @ApiProperty()
  @IsString(TICKET)
  @MaxLength(2000, TICKET)
  ticket: string;

  @ApiProperty({ example: 'code=…&state=…', description: 'the query with which the directory sent the browser back' })
  @IsString(ANSWER)
  @MaxLength(4000, ANSWER)
  answer: string;
}

export class SubjectLinkRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    description: '`sub` of the person at the directory; null ends the link',
  })
  @ValidateIf((request: SubjectLinkRequest) => request.subject !== null)
  @IsString(SUBJECT)
  @Length(1, 255, SUBJECT)
  subject: string | null;
}

export class SignInWaysResponse {
  @ApiProperty({ description: 'people can sign in by the city’s own directory' }) directory: boolean;
}
