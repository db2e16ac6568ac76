import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { publicName } from '#libs/kernel';
import { IdPageQuery, said } from '#libs/platform';
import { yuanText } from '../domain/fen.js';
import { maskedText } from '../domain/masked-words.js';
import { PROJECT_STATES } from '../domain/spending-state.js';
import { USES } from '../domain/uses.js';
import { FundCompound } from '../spending/project-answers.dto.js';
import { stateOfProject } from '../spending/project-file.js';
import type { CompoundSum, ProjectRow } from '../spending/projects.queries.js';
import type { ShownVoucher } from '../vouchers/vouchers.queries.js';
import { hiddenIn, PublicVoucher, shownToAll } from './public-spending.dto.js';

export class PublicProjectsQuery extends IdPageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'only projects of this compound' })
  @IsOptional()
  @IsUUID('all', said('应为小区的编号', 'must be the id of a compound'))
  compound?: string;
}

/** 用款项目 as everybody sees it, from its application on; whom it helps is masked. */
export class PublicProject {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() compound: FundCompound;
  @ApiProperty({ example: '设施修缮' }) useName: string;
  @ApiProperty({ enum: PROJECT_STATES }) state: string;
  @ApiProperty() isEmergency: boolean;
  @ApiProperty({ format: 'date' }) appliedOn: string;
  @ApiProperty({ description: 'applied for' }) amount: string;
  @ApiProperty({ description: 'set aside and not paid yet' }) aside: string;
  @ApiProperty() paid: string;

  static from(row: ProjectRow): PublicProject {
    const { id, title, compound, use, emergency, appliedOn, amount, aside, paid } = row;
    return {
      ...{ id, title: maskedText(title, hiddenIn(row)), compound, useName: USES[use], state: stateOfProject(row) },
      ...{ isEmergency: emergency !== null, appliedOn, amount: yuanText(amount) },
      ...{ aside: yuanText(aside), paid: yuanText(paid) },
    };
  }
}

export class PublicProjectPayment {
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) entryNumber: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() amount: string;
  @ApiProperty() payee: string;
  @ApiProperty() isReversed: boolean;
}

export class PublicProjectDecision {
  @ApiProperty() document: string;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ description: 'how much it allows, all projects under it together' }) amount: string;
}

/** One project, down to its payments and its pictures. */
export class PublicProjectResponse extends PublicProject {
  @ApiProperty({ type: String, nullable: true, example: '王*' }) beneficiary: string | null;
  @ApiProperty({ type: PublicProjectDecision, nullable: true }) decision: PublicProjectDecision | null;
  @ApiProperty({ type: [PublicProjectPayment] }) payments: PublicProjectPayment[];
  @ApiProperty({ type: [PublicVoucher] }) vouchers: PublicVoucher[];

  static of(row: ProjectRow, vouchers: readonly ShownVoucher[]): PublicProjectResponse {
    const { beneficiary, decision } = row;
    const named = hiddenIn(row);
    const payments = row.payments.flatMap(({ amount, payee, entry }) => {
      if (entry === null) return [];
      const { id: entryId, number: entryNumber, day, isReversed } = entry;
      return [{ entryId, entryNumber, day, amount: yuanText(amount), payee: maskedText(payee, named), isReversed }];
    });
    return {
      ...{ ...PublicProject.from(row), beneficiary: beneficiary && publicName(beneficiary), payments },
      decision: decision && {
        ...{ document: maskedText(decision.document, named), decidedOn: decision.decidedOn },
        amount: yuanText(decision.amount),
      },
      vouchers: shownToAll(vouchers),
    };
  }
}

export class PublicProjectsResponse {
  @ApiProperty({ type: [PublicProject] }) items: PublicProject[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** What the fund did for a compound. */
export class PublicCompoundSum {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() projects: number;
  @ApiProperty({ description: 'set aside and not paid yet' }) aside: string;
  @ApiProperty() paid: string;

  static from({ id, name, projects, aside, paid }: CompoundSum): PublicCompoundSum {
    return { id, name, projects, aside: yuanText(aside), paid: yuanText(paid) };
  }
}

export class PublicCompoundSumsResponse {
  @ApiProperty({ type: [PublicCompoundSum], description: 'what was paid for it most first' })
  items: PublicCompoundSum[];
}
