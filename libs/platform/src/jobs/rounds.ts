import { Logger } from '@nestjs/common';

/** Work done over and over aside from every request, one round after the other; a fault is told, and the next tries. */
export class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly logger: Logger,
    /** Milliseconds from the end of one round to the beginning of the next. */
    private readonly pause: number,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(): void {
    const next = (): void => {
      this.round = this.work()
        .catch((error: unknown) => this.logger.error(error))
        .then(() => {
          if (this.timer) this.timer = setTimeout(next, this.pause);
        });
    };
    this.timer = setTimeout(next, 0);
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.round;
  }
}
