import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../domain/fen.js';
import { pathsOf, type Share } from '../domain/gift-path.js';
import { shownGiver } from '../domain/giver.js';
import { readCertificateNumber } from '../domain/receipts.js';
import { USES } from '../domain/uses.js';
import { movesOfGifts, spendingsOf } from '../money-in/gifts.queries.js';
import { giftRow, type ReceiptRow } from '../money-in/receipts.queries.js';
import { vouchersOfProjects } from '../vouchers/vouchers.queries.js';
import type { GiftPathResponse, GiftShare, PublicGiftResponse } from './public-gifts.dto.js';
import { PublicSpending, shownToAll } from './public-spending.dto.js';

/** What somebody types may be smaller, or set apart by blanks. */
function isCode(typed: string, code: string): boolean {
  const [one, other] = [typed.replaceAll(/[\s-]/g, '').toUpperCase(), code].map((text) => Buffer.from(text));
  return one !== undefined && other !== undefined && one.length === other.length && timingSafeEqual(one, other);
}

/** 捐赠证书查验与捐款去向, without sign-in: the certificate by its number, its way by the code printed on it as well. */
@Injectable()
export class PublicGifts {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `gift.not-found` */
  async certificate(cityCode: string, number: string): Promise<PublicGiftResponse> {
    return this.found(cityCode, number, (_, row) => Promise.resolve(certified(row, number)));
  }

  /** @throws DomainError `gift.not-found`, `gift.code-wrong` */
  async path(cityCode: string, number: string, code: string): Promise<GiftPathResponse> {
    return this.found(cityCode, number, async (manager, row, cityId) => {
      if (row.code === null || !isCode(code, row.code)) throw new DomainError('gift.code-wrong');
      const { gifts, outlays } = await movesOfGifts(manager, cityId);
      const shares = pathsOf(gifts, outlays).get(row.id) ?? [];
      const spent = shares.reduce((sum, { amount }) => sum + amount, 0n);
      return {
        ...certified(row, number),
        shares: await this.told(manager, cityId, shares),
        left: yuanText(row.isReversed ? 0n : BigInt(row.amount) - spent),
      };
    });
  }

  private async told(manager: EntityManager, cityId: number, shares: readonly Share[]): Promise<GiftShare[]> {
    const spendings = await spendingsOf(
      manager,
      cityId,
      shares.map(({ outlayId }) => outlayId),
    );
    const projectIds = [...new Set(spendings.map(({ projectId }) => projectId))];
    const vouchers = await vouchersOfProjects(manager, cityId, projectIds);
    return shares.flatMap(({ outlayId, amount }) => {
      const row = spendings.find(({ entryId }) => entryId === outlayId);
      if (!row) return [];
      const { entryId, entryNumber, day, paid } = row;
      return [
        {
          ...{ amount: yuanText(amount), entryId, entryNumber, day, paid: yuanText(paid) },
          spending: PublicSpending.from(row, vouchers),
          vouchers: shownToAll(vouchers.filter((voucher) => voucher.entryId === entryId)),
        },
      ];
    });
  }

  private async found<T>(
    cityCode: string,
    number: string,
    tell: (manager: EntityManager, row: ReceiptRow, cityId: number) => Promise<T>,
  ): Promise<T> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const read = readCertificateNumber(number);
    return this.database.snapshot({ cityId }, async (manager) => {
      const row = read?.city === cityCode ? await giftRow(manager, cityId, read) : null;
      if (!row) throw new DomainError('gift.not-found', { number });
      return tell(manager, row, cityId);
    });
  }
}

function certified(row: ReceiptRow, number: string): PublicGiftResponse {
  const { amount, onDay, use, project, entryId, entryNumber, isReversed } = row;
  return {
    ...{ number: number.trim().toUpperCase(), amount: yuanText(amount), onDay, useName: use && USES[use], project },
    giver: shownGiver(row),
    ...{ entryId, entryNumber, isStanding: !isReversed },
  };
}
