import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { City, Clock, Ids, MessageChannels, Outbox } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { Delivery } from './delivery.entity.js';

/** A reminder is of no use after a day: by then another one may be due. */
const MOST_SECONDS = 24 * 3600;

/** The messages themselves, and the attempts that they are. */
@Injectable()
export class ReminderMessages {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly channels: MessageChannels,
  ) {}

  /** @throws DomainError `reminder.no-channel` */
  async requireChannel(manager: EntityManager, cityId: number): Promise<void> {
    const city = await manager.findOneByOrFail(City, { id: cityId });
    if (!this.channels.of(city)) throw new DomainError('reminder.no-channel');
  }

  async send(
    manager: EntityManager,
    { cityId, actor }: Principal,
    {
      file,
      parties,
      phones,
    }: { file: AssemblyFile; parties: readonly { readonly party: string }[]; phones: readonly string[] },
  ): Promise<void> {
    const now = this.clock.now();
    const closesAt = file.window?.closesAt ?? now;
    const seconds = Math.min(MOST_SECONDS, Math.max(1, Math.floor((closesAt.getTime() - now.getTime()) / 1000)));
    const text = await this.text(manager, file, closesAt);
    const messages = phones.map((phone) => ({ kind: 'vote-reminder', phone, text, seconds }));
    await this.outbox.post(manager, cityId, messages);
    const { id: assemblyId } = file.assembly;
    const common = { cityId, assemblyId, at: now, byId: actor.id, byName: actor.name };
    const rows = parties.map(({ party }) => ({
      ...{ ...common, id: this.ids.next(), partyId: party, method: 'message' as const, outcome: 'sent' as const },
      ...{ recipient: 'nobody' as const, note: null, fileId: null },
    }));
    if (rows.length > 0) await manager.insert(Delivery, rows);
  }

  private async text(manager: EntityManager, { assembly }: AssemblyFile, closesAt: Date): Promise<string> {
    const [compound] = await manager.query<{ name: string; until: string }[]>(
      `SELECT v.name, to_char($3::timestamptz AT TIME ZONE 'Asia/Shanghai', 'MM月DD日 HH24:MI') AS until
       FROM compound_version v WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL
       ORDER BY v.valid_from DESC LIMIT 1`,
      [assembly.cityId, assembly.compoundId, closesAt],
    );
    const what = `${compound?.name ?? ''}“${assembly.title}”`;
    return `【家园】${what}到 ${compound?.until ?? ''} 截止，您还没有投票。可以登录家园、到社区或交回纸票。刚投过的请忽略。`;
  }
}
