import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { said } from '#libs/platform';

const PHONE = said('应为手机号码', 'must be a mobile number');
const CODE = said('应为短信里的六位数字', 'must be the six digits of the message');

export class OwnerCodeRequest {
  @ApiPropertyOptional({ description: 'area code of the city; may be left out where there is only one' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  city?: string;

  @ApiProperty({ example: '13800138000' })
  @IsString(PHONE)
  @MaxLength(30, PHONE)
  phone: string;
}

export class OwnerCodeResponse {
  @ApiProperty({ example: 300, description: 'seconds until the code ends' }) expiresIn: number;
  @ApiProperty({ type: String, nullable: true, description: 'the code itself, in a demo city alone' })
  demoCode: string | null;
}

export class OwnerSessionRequest extends OwnerCodeRequest {
  @ApiProperty({ example: '287082' })
  @IsString(CODE)
  @Matches(/^\d{6}$/, CODE)
  code: string;
}

export class OwnerPhoneCodesRequest {
  @ApiProperty({ example: '13800138000', description: 'the next phone' })
  @IsString(PHONE)
  @MaxLength(30, PHONE)
  phone: string;
}

export class OwnerPhoneCodesResponse extends OwnerCodeResponse {
  @ApiProperty({ type: String, nullable: true, description: 'that of the phone before, in a demo city alone' })
  demoFormerCode: string | null;
}

export class OwnerPhoneRequest extends OwnerPhoneCodesRequest {
  @ApiProperty({ example: '287082', description: 'the code that the next phone was sent' })
  @IsString(CODE)
  @Matches(/^\d{6}$/, CODE)
  code: string;

  @ApiProperty({ example: '287082', description: 'the code that the phone before was sent' })
  @IsString(CODE)
  @Matches(/^\d{6}$/, CODE)
  formerCode: string;
}
