import { ApiProperty } from '@nestjs/swagger';
import { DUTY_STATES, type Duty } from '../domain/disclosure/calendar.js';
import { DUTY_KINDS } from '../domain/disclosure/periods.js';
import { CorrectionDuty, PublicCorrection } from './corrections.dto.js';
import { recordedOn, type Published } from './publications.queries.js';
import { FundStatement } from './statement.dto.js';

/** 张贴: proof on paper, with its photo at `/postings/:id/photo`. */
export class PublicPosting {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '东街社区公告栏' }) place: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ format: 'date', description: 'when that was recorded, with the photo' }) recordedOn: string;
}

/** 公开: proof on the page; the statement of then is at `/publications/:id`. */
export class PublicPublication {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ description: '公开单位' }) publisher: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: '凭证号: the last entry that it knows of' }) lastEntry: string;
  @ApiProperty({ description: 'SHA-256 of the statement, in hexadecimal' }) digest: string;
  @ApiProperty({ type: [PublicPosting] }) postings: PublicPosting[];

  static from({ publication, postings }: Published): PublicPublication {
    const { id, onDay, publisher, note, lastEntry, digest } = publication;
    return {
      ...{ id, onDay, publisher, note, lastEntry, digest },
      postings: postings.map((each) => {
        return { id: each.id, place: each.place, onDay: each.onDay, recordedOn: recordedOn(each) };
      }),
    };
  }
}

export class DutyRule {
  @ApiProperty({ example: 30 }) days: number;
  @ApiProperty() source: string;
  @ApiProperty() article: string;
  @ApiProperty({ enum: ['SOURCED', 'KNOWN', 'PROPOSED', 'TO_CONFIRM'] }) status: string;
}

export class PublicDuty {
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ enum: DUTY_KINDS }) kind: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: DUTY_STATES }) state: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'the first day on which it was public' })
  publicOn: string | null;

  @ApiProperty({ type: DutyRule }) rule: DutyRule;
  @ApiProperty({ type: [PublicPublication] }) publications: PublicPublication[];
  @ApiProperty({ type: CorrectionDuty, nullable: true, description: 'changed since it was last published' })
  correction: CorrectionDuty | null;

  static from(duty: Duty, published: readonly Published[], correction: CorrectionDuty | null): PublicDuty {
    const { kind, key: period, from, to } = duty.period;
    const { value: days, source, article, status } = duty.rule;
    const { dueOn, state, publicOn } = duty;
    const own = published.filter(({ publication }) => publication.period === period);
    const rule = { days, source, article, status };
    const publications = own.map((each) => PublicPublication.from(each));
    return { period, kind, from, to, dueOn, state, publicOn, rule, publications, correction };
  }
}

export class PublicCalendarResponse {
  @ApiProperty({ example: '美好家园基金' }) book: string;
  @ApiProperty({ format: 'date' }) today: string;
  @ApiProperty({ type: [PublicDuty] }) items: PublicDuty[];
}

export class PublicStatementResponse {
  @ApiProperty({ type: FundStatement, description: 'as the books tell it now' }) statement: FundStatement;
  @ApiProperty({ type: [PublicPublication], description: 'in their order' }) publications: PublicPublication[];
  @ApiProperty({ type: [PublicCorrection], description: 'what changed after which of them' })
  corrections: PublicCorrection[];
}

export class PublicPublicationResponse extends PublicPublication {
  @ApiProperty({ type: FundStatement, description: 'as it was published' }) statement: FundStatement;
  @ApiProperty({ description: 'the very text of which the digest is taken' }) text: string;
}
