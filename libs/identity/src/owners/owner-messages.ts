import { Injectable } from '@nestjs/common';
import { DomainError, maskedPhone } from '#libs/kernel';
import { MessageChannels, Outbox, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CODE_SECONDS } from '../domain/owner-code-rule.js';

/** Whoever has no signal for longer reads it on the page of who looked. */
const WEEK = 7 * 24 * 3600;

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

  /** Whoever has the phone hears that somebody at a desk can come in with it. */
  async deskCode(
    manager: EntityManager,
    cityId: number,
    to: { readonly phone: string; readonly by: string },
  ): Promise<void> {
    const text = `【家园】工作人员“${to.by}”为您的手机号开了一次性登录码，30 分钟内有效。不是您要的，请马上联系社区、街道。`;
    await this.outbox.post(manager, cityId, [{ kind: 'desk-code', phone: to.phone, text, seconds: WEEK }]);
  }

  /** Both phones hear that the one took the place of the other. */
  async phoneChanged(
    manager: EntityManager,
    cityId: number,
    { former, next }: { readonly former: string; readonly next: string },
  ): Promise<void> {
    const toFormer = `【家园】您登录用的手机号已换成 ${maskedPhone(next)}。不是您本人换的，请马上联系社区、街道。`;
    const toNext = `【家园】这个手机号已经是您的登录号，原来的 ${maskedPhone(former)} 不能再登录。房屋绑定不变。`;
    const told = [
      { phone: former, text: toFormer },
      { phone: next, text: toNext },
    ];
    const messages = told.map((each) => ({ kind: 'phone-changed', seconds: WEEK, ...each }));
    await this.outbox.post(manager, cityId, messages);
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
