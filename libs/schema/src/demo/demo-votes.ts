import { Injectable } from '@nestjs/common';
import { AssembliesService, MotionsService, RollService, TimetableService } from '#libs/assembly';
import type { Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { planVotes, type DemoVote } from './plan/votes.js';

/** Votes into which the owners of the demo city can cast: rehearsals, since a real one is announced 16 days before. */
@Injectable()
export class DemoVotes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assemblies: AssembliesService,
    private readonly motions: MotionsService,
    private readonly rolls: RollService,
    private readonly timetable: TimetableService,
  ) {}

  /** Holds them in the compound with this code; an interrupted load holds those that are not open yet. */
  async hold(principal: Principal, compoundCode: string): Promise<number> {
    const { compoundId, open } = await this.place(principal, compoundCode);
    const votes = planVotes(compoundId, this.clock.now());
    const missing = votes.filter(({ assembly }) => !open.has(assembly.title));
    for (const vote of missing) await this.holdOne(principal, vote);
    return votes.length;
  }

  private async holdOne(principal: Principal, { assembly, motions, window }: DemoVote): Promise<void> {
    const id = await this.assemblies.open(principal, assembly, null);
    for (const motion of motions) await this.motions.add(principal, id, motion);
    await this.rolls.freeze(principal, id, '演示名册（虚构）');
    await this.timetable.notify(principal, id, { ...window, basis: '演示数据，均为虚构' });
    await this.timetable.open(principal, id);
  }

  private async place(
    principal: Principal,
    code: string,
  ): Promise<{ readonly compoundId: string; readonly open: ReadonlySet<string> }> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      const [compound] = await manager.query<{ id: string }[]>(
        'SELECT id FROM compound WHERE city_id = $1 AND own_code = $2',
        [cityId, code],
      );
      const opened = await manager.query<{ title: string }[]>(
        `SELECT t.title FROM assembly t JOIN assembly_step o ON o.city_id = t.city_id AND o.assembly_id = t.id
           AND o.step = 'opening' WHERE t.city_id = $1`,
        [cityId],
      );
      return { compoundId: compound?.id ?? '', open: new Set(opened.map(({ title }) => title)) };
    });
  }
}
