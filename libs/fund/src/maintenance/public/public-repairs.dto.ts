import { ApiProperty } from '@nestjs/swagger';
import { yuanText } from '../../domain/fen.js';
import { maskedText } from '../../domain/masked-words.js';
import { BENEFITS, type Benefit } from '../../domain/maintenance/cost-split.js';
import { REPAIR_STATES, type RepairState } from '../../domain/maintenance/instalments.js';
import { ACCEPTOR_CODES, type Acceptor } from '../../domain/maintenance/repair-papers.js';
import { EMERGENCIES } from '../../domain/uses.js';
import { PublicAcceptance, PublicContract, PublicVoucher, shownToAll } from '../../public/public-spending.dto.js';
import { InstalmentResponse } from '../spending/instalments/instalments.dto.js';
import { repairState } from '../spending/instalments/instalments.queries.js';
import type { OwnShare } from '../spending/shares.queries.js';
import { costOf } from '../spending/spendings.queries.js';
import type { ShownRepair } from './public-repairs.service.js';

export class PublicQuote {
  @ApiProperty() firm: string;
  @ApiProperty() amount: string;
}

/** 验收, with the parties that took part; never a person. */
export class PublicRepairAcceptance extends PublicAcceptance {
  @ApiProperty({ enum: ACCEPTOR_CODES, isArray: true }) acceptors: Acceptor[];
}

/** 一期付款, with what shows it. */
export class PublicInstalment extends InstalmentResponse {
  @ApiProperty({ type: [PublicVoucher] }) vouchers: PublicVoucher[];
}

/** 维修支出 as everybody sees it: what was done, who did it, what it cost and what shows it; no home is named. */
export class PublicRepair {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: BENEFITS, description: 'who bears it' }) benefit: Benefit;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty({ description: 'what was asked for' }) amount: string;
  @ApiProperty({ description: 'by the contract, once there is one' }) cost: string;
  @ApiProperty({ description: 'paid of it' }) taken: string;
  @ApiProperty({ description: 'who did it' }) payee: string;
  @ApiProperty({ type: String, nullable: true, description: '应急情形' }) emergency: string | null;
  @ApiProperty({ description: 'what allows it' }) document: string;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ format: 'date' }) askedOn: string;
  @ApiProperty({ enum: REPAIR_STATES }) state: RepairState;
  @ApiProperty({ type: [PublicQuote], description: 'the lowest first' }) quotes: PublicQuote[];
  @ApiProperty({ type: PublicContract, nullable: true }) contract: PublicContract | null;
  @ApiProperty({ type: PublicRepairAcceptance, nullable: true }) acceptance: PublicRepairAcceptance | null;
  @ApiProperty({ type: [PublicInstalment], description: 'as its contract pays; none before' })
  instalments: PublicInstalment[];
  @ApiProperty({ type: [PublicVoucher], description: 'of the whole' }) vouchers: PublicVoucher[];

  static from({ repair, vouchers }: ShownRepair): PublicRepair {
    const { id, title, benefit, building, stairway, amount, taken, payee, emergency, document, decidedOn } = repair;
    const { askedOn, quotes, contract, acceptance } = repair;
    return {
      ...{ id, title: maskedText(title), benefit, building, stairway, payee: maskedText(payee), decidedOn, askedOn },
      ...{ amount: yuanText(amount), cost: yuanText(costOf(repair)), taken: yuanText(taken) },
      state: repairState(repair),
      ...{ emergency: emergency && EMERGENCIES[emergency], document: maskedText(document) },
      quotes: quotes.map((quote) => ({ firm: maskedText(quote.firm), amount: yuanText(quote.amount) })),
      contract: contract && {
        ...{ number: contract.number, counterparty: maskedText(contract.counterparty), onDay: contract.onDay },
      },
      acceptance: acceptance && {
        ...{ onDay: acceptance.onDay, note: maskedText(acceptance.note), acceptors: [...acceptance.acceptors] },
      },
      instalments: repair.instalments.map((row) => ({
        ...InstalmentResponse.from(row),
        vouchers: shownToAll(vouchers.filter(({ instalment }) => instalment === row.position)),
      })),
      vouchers: shownToAll(vouchers.filter(({ instalment }) => instalment === null)),
    };
  }
}

export class PublicRepairsResponse {
  @ApiProperty({ type: [PublicRepair] }) items: PublicRepair[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** The same for the owners of a home, with what their home bears of it. */
export class OwnRepair extends PublicRepair {
  @ApiProperty({ description: '应分摊' }) share: string;
  @ApiProperty({ description: '由本户余额支付' }) shareTaken: string;

  static of(shown: ShownRepair, { amount, taken }: OwnShare): OwnRepair {
    return { ...PublicRepair.from(shown), share: yuanText(amount), shareTaken: yuanText(taken) };
  }
}

export class OwnRepairsResponse {
  @ApiProperty({ type: [OwnRepair] }) items: OwnRepair[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
