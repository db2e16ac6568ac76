import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Seals } from '../config/seals.js';
import { Ids } from '../ids.js';
import type { Message } from './message-channel.js';
import { OutboxMessage } from './outbox-message.entity.js';

const PURPOSE = 'outbox';

export interface NewMessage extends Message {
  /** How long the message is worth sending, in seconds. */
  readonly seconds: number;
}

/** Messages are rows of the transaction that decides them: none is lost, and none tells of what was rolled back. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly seals: Seals,
  ) {}

  async post(manager: EntityManager, cityId: number, messages: readonly NewMessage[]): Promise<void> {
    const now = this.clock.now();
    const rows = messages.map(({ kind, phone, text, seconds }) => {
      const id = this.ids.next();
      return {
        ...{ cityId, id, kind },
        sealedPhone: this.seals.seal(PURPOSE, `${id}.phone`, phone),
        sealedText: this.seals.seal(PURPOSE, `${id}.text`, text),
        createdAt: now,
        dueAt: now,
        expiresAt: new Date(now.getTime() + seconds * 1000),
        attempts: 0,
      };
    });
    if (rows.length > 0) await manager.insert(OutboxMessage, rows);
  }

  /** The message in the clear, or null where its text is gone, or the secret of the installation is another one. */
  open({ id, kind, sealedPhone, sealedText }: OutboxMessage): Message | null {
    const phone = this.seals.open(PURPOSE, `${id}.phone`, sealedPhone);
    const text = sealedText === null ? null : this.seals.open(PURPOSE, `${id}.text`, sealedText);
    return phone === null || text === null ? null : { kind, phone, text };
  }
}
