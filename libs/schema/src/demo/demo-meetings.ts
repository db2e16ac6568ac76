import { Injectable } from '@nestjs/common';
import { DecisionsService, MeetingsService, MinutesService } from '#libs/committee';
import { addDays, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { DemoSeals } from './demo-seals.js';

const ITEM = { kind: 'decide', matter: null, resolutionId: null } as const;

/** Meetings of the demo's committee: each step is taken by whoever would take it. */
@Injectable()
export class DemoMeetings {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly minutes: MinutesService,
    private readonly seals: DemoSeals,
  ) {}

  /** @param people the chair, the deputy and one member */
  async hold(
    people: readonly Principal[],
    id: string,
    { today, bytes }: { readonly today: Day; readonly bytes: Buffer },
  ): Promise<void> {
    const [chair] = people as [Principal];
    const present = await this.personsOf(chair, id, people);
    await this.first(people, id, present);
    const startsAt = new Date(`${addDays(today, 10)}T19:30:00+08:00`);
    const next = { ...ITEM, title: '春节前公共区域清洁安排', body: '商定清洁时间和志愿者分工。' };
    const raise = { ...ITEM, kind: 'propose' as const, title: '续聘物业服务企业', body: '提请业主大会表决续聘事项。' };
    const items = [next, { ...raise, matter: 'M4' }];
    await this.meetings.call(chair, id, { startsAt, place: '小区党群活动室', proposers: [], items });
    await this.seals.wait(people, id, { keeper: present[1] ?? '', bytes });
  }

  private async first(people: readonly Principal[], id: string, present: readonly string[]): Promise<void> {
    const [chair] = people as [Principal];
    const item = { ...ITEM, title: '整治消防通道乱停车', body: '划线、设桩，并在公告栏和业主群提示。' };
    const call = { startsAt: new Date(), place: '小区党群活动室', proposers: [], items: [item] };
    const named = { id, meetingId: await this.meetings.call(chair, id, call) };
    await this.meetings.attend(chair, { ...named, people: present });
    const itemId = await this.itemOf(chair, named.meetingId);
    const votes = present.map((personId) => ({ personId, choice: 'for' as const }));
    await this.decisions.record(chair, named, { itemId, wording: '同意划线设桩，两周内完成。', votes });
    const content = '到会三人。讨论了停车位不足与消防安全，一致同意划线设桩，由副主任联系施工。';
    await this.minutes.write(chair, { ...named, content });
    for (const who of people) await this.minutes.sign(who, named);
    await this.minutes.publish(chair, { ...named, place: '小区公告栏' });
  }

  private personsOf(principal: Principal, id: string, people: readonly Principal[]): Promise<string[]> {
    return this.database.transaction(principal, async (manager) => {
      const rows = await manager.query<{ person: string; user: string }[]>(
        `SELECT person_id AS person, user_id AS user FROM committee_sign_in WHERE city_id = $1 AND committee_id = $2`,
        [principal.cityId, id],
      );
      return people.map(({ actor }) => rows.find(({ user }) => user === actor.id)?.person ?? '');
    });
  }

  private itemOf(principal: Principal, meetingId: string): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const rows = await manager.query<{ id: string }[]>(
        'SELECT id FROM committee_agenda_item WHERE city_id = $1 AND meeting_id = $2 ORDER BY position LIMIT 1',
        [principal.cityId, meetingId],
      );
      return rows[0]?.id ?? '';
    });
  }
}
