import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { workerPrincipal } from '#libs/identity';
import type { Day } from '#libs/kernel';
import { City, Clock, Database, Rounds } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import { RetentionService } from './retention.service.js';

/** How often it is looked whether a new day began, in milliseconds. */
const LOOK_EVERY_MS = 10 * 60_000;

/** Erases once a day, in every city; a day that was missed is made good on the next start. */
@Injectable()
export class RetentionJob implements OnModuleDestroy {
  private readonly rounds = new Rounds(new Logger('retention'), LOOK_EVERY_MS, () => this.workDaily());
  private done: Day | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly retention: RetentionService,
  ) {}

  /** Called by the server that does it; whoever only reads never starts it. */
  start(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  /** Works once for each day. @returns whether it was done now */
  async workDaily(): Promise<boolean> {
    const today = this.clock.today();
    if (this.done === today) return false;
    const cities = await this.database.shared((manager) => manager.find(City, { order: { id: 'ASC' } }));
    for (const city of cities) {
      const root = await this.database.transaction({ cityId: city.id }, (manager) => this.areas.root(manager, city.id));
      await this.retention.run(workerPrincipal(city, root, '到期销毁'), { dry: false });
    }
    this.done = today;
    return true;
  }
}
