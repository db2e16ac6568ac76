import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { MessageChannels, Outbox, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CODE_SECONDS } from '../domain/owner-code-rule.js';

/** How owners are reached before they are in. */
@Injectable()
export class OwnerMessages {
  constructor(
    private readonly channels: MessageChannels,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `owner-code.no-channel` where nothing could be sent */
  requireChannel(city: City): void {
    if (!this.channels.of(city)) throw new DomainError('owner-code.no-channel');
  }

  async code(
    manager: EntityManager,
    cityId: number,
    to: { readonly phone: string; readonly code: string },
  ): Promise<void> {
    const text = `【家园】验证码 ${to.code}，5 分钟内有效，只能用一次。工作人员不会向您索要，请勿告诉任何人。`;
    await this.outbox.post(manager, cityId, [{ kind: 'owner-code', phone: to.phone, text, seconds: CODE_SECONDS }]);
  }
}
