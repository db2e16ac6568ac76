import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Conflicts, LettersService, MembersService, SeatSignIns } from '#libs/committee';
import { addDays, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { DemoMeetings } from './demo-meetings.js';
import { DEMO_MEMBERS, DEMO_PASSWORD } from './plan/people.js';

const NAMES = ['陈静', '高伟', '何秀兰', '罗建平', '马晓燕'];
const ALTERNATES = ['林志远', '郭玉珍'];
/** As many as carry a decision of five: two who are named at the start, and one more. */
const LOGINS = [...DEMO_MEMBERS.map(({ login }) => login), 'weiyuan3'];

/** A committee in term whose owners are on the register, so that one of them can read what it posts. */
const CHOICE = `
  SELECT c.record_id AS id, c.name, c.effective_from::text AS "from", c.effective_to::text AS "to",
    l.compound_id AS "compoundId"
  FROM committee c
  JOIN committee_compound l ON l.city_id = c.city_id AND l.committee_id = c.id
  JOIN compound o ON o.city_id = l.city_id AND o.id = l.compound_id
  WHERE c.city_id = $1 AND c.superseded_at IS NULL AND c.kind = 'committee' AND c.seats >= 5
    AND c.effective_from <= $2 AND c.effective_to > $2::date + 90
  ORDER BY NOT EXISTS (SELECT 1 FROM unit u WHERE u.city_id = l.city_id AND u.compound_id = l.compound_id), o.own_code
  LIMIT 1`;

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly compoundId: string;
}

/** One committee at work: people on it, a meeting that was held and one to come, a seal, a letter and an interest. */
@Injectable()
export class DemoOffice {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly signIns: SeatSignIns,
    private readonly letters: LettersService,
    private readonly conflicts: Conflicts,
    private readonly meetings: DemoMeetings,
  ) {}

  /** @returns the name of the committee; null where the city has none that fits */
  async open(principal: Principal, today: Day): Promise<string | null> {
    const [chosen] = await this.database.transaction(principal, (manager) =>
      manager.query<Chosen[]>(CHOICE, [principal.cityId, today]),
    );
    if (!chosen) return null;
    const people = await this.seat(principal, chosen);
    const [chair, deputy] = people as [Principal, Principal];
    await this.conflicts.declare(deputy, chosen.id, {
      ...{ subject: '晋城示例装饰有限公司（演示）', relation: '配偶任职', itemId: null },
    });
    const none = { theirNumber: null, answerBy: null, answersId: null, fileId: null };
    const came = { direction: 'in', needsAnswer: true, ...none } as const;
    const letter = { counterpart: '东街街道办事处', subject: '关于报送消防通道整治情况的函' };
    await this.letters.record(chair, chosen.id, { ...came, ...letter, onDay: addDays(today, -12) });
    const bytes = await readFile(path.join(import.meta.dirname, 'data', 'demo-paper.png'));
    await this.meetings.hold(people, chosen.id, { today, bytes });
    return chosen.name;
  }

  /** Five members and two alternates; three of the members sign in. @returns those three, as they act */
  private async seat(principal: Principal, { id, from, to, compoundId }: Chosen): Promise<readonly Principal[]> {
    const asked = { isOwner: true, from, to: null, basis: '业主大会选举结果公告（演示）' };
    const seats: { recordId: string; login: string }[] = [];
    for (const [at, name] of NAMES.entries()) {
      const post = at === 0 ? 'chair' : at === 1 ? 'deputy' : 'member';
      const recordId = await this.members.seat(principal, id, { ...asked, name, post, rank: null, replaces: null });
      const login = LOGINS[at];
      if (login !== undefined) seats.push({ recordId, login });
    }
    for (const [at, name] of ALTERNATES.entries()) {
      await this.members.seat(principal, id, { ...asked, name, post: 'alternate', rank: at + 1, replaces: null });
    }
    const users = await this.signIns.giveDemo(principal, id, { seats, password: DEMO_PASSWORD });
    const scope = { kind: 'compound', compoundId } as const;
    return users.map((user, at) => ({
      ...principal,
      actor: { kind: 'user', id: user, name: NAMES[at] ?? '' },
      grants: [{ role: 'committee-member', scope, from, to }],
    }));
  }
}
