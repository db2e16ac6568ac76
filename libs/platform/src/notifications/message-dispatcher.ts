import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { City } from '../database/city.entity.js';
import { Database } from '../database/database.js';
import { Rounds } from '../jobs/rounds.js';
import type { MessageChannel } from './message-channel.js';
import { MessageChannels } from './message-channels.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { Outbox } from './outbox.js';
import { nextTry } from './retry-plan.js';

/** How often the outboxes are looked into, in milliseconds. */
const LOOK_EVERY_MS = 1000;
/** Messages taken at once, and how long they are kept from other processes: longer than a gateway may take. */
const AT_ONCE = 20;
const TAKEN_MS = 60_000;

/** Sends what lies in the outboxes, aside from every request; what fails is tried again later. */
@Injectable()
export class MessageDispatcher implements OnModuleDestroy {
  private readonly logger = new Logger('messages');
  private readonly rounds = new Rounds(this.logger, LOOK_EVERY_MS, () => this.workAll());

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: MessageChannels,
    private readonly outbox: Outbox,
  ) {}

  /** Called by the server that sends; whoever only reads never starts it. */
  start(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  private async workAll(): Promise<void> {
    const cities = await this.database.shared((manager) => manager.find(City, { order: { id: 'ASC' } }));
    for (const city of cities) await this.work(city);
  }

  /** Sends what is due in one city. @returns how many were sent */
  async work(city: City): Promise<number> {
    const channel = this.channels.of(city);
    if (!channel) return 0;
    let sent = 0;
    for (const row of await this.take(city.id)) sent += (await this.sendOne(channel, row)) ? 1 : 0;
    return sent;
  }

  /** Takes messages so that no other process sends them too; a process that dies gives them back by and by. */
  private async take(cityId: number): Promise<readonly OutboxMessage[]> {
    const now = this.clock.now();
    return this.database.transaction({ cityId }, async (manager) => {
      await this.giveUpLate(manager, cityId, now);
      const [taken] = await manager.query<[{ id: string }[], number]>(
        `UPDATE outbox_message SET due_at = $3, attempts = attempts + 1 WHERE city_id = $1 AND id IN (
           SELECT id FROM outbox_message WHERE city_id = $1 AND due_at <= $2 ORDER BY due_at, id LIMIT $4
           FOR UPDATE SKIP LOCKED) RETURNING id`,
        [cityId, now, new Date(now.getTime() + TAKEN_MS), AT_ONCE],
      );
      return manager.findBy(OutboxMessage, { cityId, id: In(taken.map(({ id }) => id)) });
    });
  }

  private async giveUpLate(manager: EntityManager, cityId: number, now: Date): Promise<void> {
    await manager.query(
      `UPDATE outbox_message SET due_at = NULL, sealed_text = NULL
       WHERE city_id = $1 AND due_at IS NOT NULL AND expires_at <= $2`,
      [cityId, now],
    );
  }

  private async sendOne(channel: MessageChannel, row: OutboxMessage): Promise<boolean> {
    const message = this.outbox.open(row);
    const failed = message
      ? await channel.send(message).then(
          () => null,
          (error: unknown) => (error as Error).message,
        )
      : 'unreadable';
    const now = this.clock.now();
    const dueAt = failed === null || !message ? null : nextTry(row.attempts, now, row.expiresAt);
    const outcome = {
      ...{ dueAt, lastError: failed, channel: channel.name },
      ...(failed === null ? { sentAt: now } : {}),
      ...(dueAt === null ? { sealedText: null } : {}),
    };
    await this.database.transaction(row, (manager) =>
      manager.update(OutboxMessage, { cityId: row.cityId, id: row.id }, outcome),
    );
    if (failed !== null) this.logger.warn(`${channel.name}: message ${row.id} (${row.kind}) failed: ${failed}`);
    return failed === null;
  }
}
