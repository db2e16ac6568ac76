import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { workerPrincipal } from '#libs/identity';
import type { Day } from '#libs/kernel';
import { City, Clock, Database } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import { RetentionService } from './retention.service.js';

/** How often it is looked whether a new day began, in milliseconds. */
const LOOK_EVERY_MS = 10 * 60_000;

/** Erases once a day, in every city; a day that was missed is made good on the next start. */
@Injectable()
export class RetentionJob implements OnModuleDestroy {
  private readonly logger = new Logger('retention');
  private timer: NodeJS.Timeout | null = null;
  private done: Day | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly retention: RetentionService,
  ) {}

  /** Called by the server that does it; whoever only reads never starts it. */
  start(): void {
    const next = (): void => {
      this.round = this.workDaily()
        .catch((error: unknown) => this.logger.error(error))
        .then(() => {
          if (this.timer) this.timer = setTimeout(next, LOOK_EVERY_MS);
        });
    };
    this.timer = setTimeout(next, 0);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.round;
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
