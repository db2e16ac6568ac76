import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { Day } from '#libs/kernel';
import { IsDay } from '#libs/platform';
import { fenOf, yuanText } from '../domain/fen.js';
import { shownGiver } from '../domain/giver.js';
import { SOURCES, USES } from '../domain/uses.js';
import { GiverRequest } from '../money-in/giver.dto.js';
import { outstandingOf, PLEDGE_STATES, pledgeState, type PledgeState } from './pledge-state.js';
import { factsOf, type PledgeRow, type PledgeTotals } from './pledges.queries.js';
import type { NewPledge, PledgedMoney } from './pledges.service.js';

const PLEDGED = ['F5', 'F6'] as const;

/** 认捐登记. */
export class PledgeRequest extends GiverRequest {
  @ApiProperty({ enum: PLEDGED }) @IsIn(PLEDGED) source: 'F5' | 'F6';
  @ApiProperty({ example: '1000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ format: 'date', description: 'the day of the promise' }) @IsDay() promisedOn: string;

  @ApiPropertyOptional({ format: 'date', description: 'until when it is to come; left out: no day was named' })
  @IsOptional()
  @IsDay()
  dueOn?: string;

  @ApiPropertyOptional({ description: 'the agreement, which a firm has to name' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  document?: string;

  static toNew(request: PledgeRequest): NewPledge {
    const { source, promisedOn, isAnonymous = false } = request;
    const { dueOn = null, giver = null, giverKind, use = null, document = null } = request;
    return { source, amount: fenOf(request.amount), promisedOn, dueOn, giver, giverKind, isAnonymous, use, document };
  }
}

/** 认捐到账. */
export class PledgedMoneyRequest {
  @ApiProperty({ example: '1000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ format: 'date' }) @IsDay() date: string;

  @ApiPropertyOptional({ description: 'left out: the paper of the promise' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  document?: string;

  static toNew({ amount, date: onDay, document }: PledgedMoneyRequest): PledgedMoney {
    return { amount: fenOf(amount), onDay, ...(document === undefined ? {} : { document }) };
  }
}

export class PledgeWithdrawalRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

/** What everybody reads of a promise. */
export class PublicPledge {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '社会捐赠' }) sourceName: string;
  @ApiProperty() amount: string;
  @ApiProperty({ description: 'what came in, reversed receipts aside' }) received: string;
  @ApiProperty({ description: 'what is still expected' }) outstanding: string;
  @ApiProperty({ format: 'date' }) promisedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ enum: PLEDGE_STATES }) state: PledgeState;
  @ApiProperty({ type: String, nullable: true, example: '王*', description: 'null: wants no name' })
  giver: string | null;
  @ApiProperty({ type: String, nullable: true, example: '设施修缮' }) useName: string | null;

  static from(row: PledgeRow, today: Day): PublicPledge {
    const { id, source, promisedOn, dueOn, use } = row;
    const facts = factsOf(row);
    return {
      ...{ id, sourceName: SOURCES[source], amount: yuanText(facts.amount), received: yuanText(facts.received) },
      ...{ outstanding: yuanText(outstandingOf(facts)), promisedOn, dueOn, state: pledgeState(facts, today) },
      ...{ giver: shownGiver(row), useName: use && USES[use] },
    };
  }
}

/** The same for whoever keeps the fund. */
export class PledgeResponse extends PublicPledge {
  @ApiProperty({ example: 'F5' }) source: string;
  @ApiProperty({ type: String, nullable: true }) document: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawalReason: string | null;

  static override from(row: PledgeRow, today: Day): PledgeResponse {
    const { source, document, withdrawalReason, isAnonymous, giver } = row;
    const told = { source, document, withdrawalReason, giver: isAnonymous ? null : giver };
    return { ...PublicPledge.from(row, today), ...told };
  }
}

export class PledgesResponse {
  @ApiProperty({ type: [PledgeResponse] }) items: PledgeResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** 认捐合计与逐笔. */
export class PublicPledgesResponse {
  @ApiProperty({ description: 'of all promises; one that was withdrawn counts with what came of it' })
  promised: string;
  @ApiProperty() received: string;
  @ApiProperty() outstanding: string;
  @ApiProperty({ description: 'of what is outstanding, past its day' }) overdue: string;
  @ApiProperty({ type: [PublicPledge] }) items: PublicPledge[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;

  static totals({
    promised,
    received,
    outstanding,
    overdue,
  }: PledgeTotals): Omit<PublicPledgesResponse, 'items' | 'next'> {
    const [first, second, third, fourth] = [promised, received, outstanding, overdue].map(yuanText);
    return { promised: first ?? '', received: second ?? '', outstanding: third ?? '', overdue: fourth ?? '' };
  }
}
