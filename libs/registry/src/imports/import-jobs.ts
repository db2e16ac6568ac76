import { Injectable, Logger } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { ImportsService, Ids, type ImportProgress, type ImportReport, type ImportRequest } from '#libs/platform';

/** How long a request waits for its import before it is told to come back, in milliseconds. */
const PATIENCE_MS = 5000;

/** An import that has not ended yet. */
export interface RunningImport {
  readonly id: string;
  readonly status: 'running';
  readonly kind: string;
  readonly progress: ImportProgress;
}

interface Job {
  readonly cityId: number;
  readonly actorId: string;
  readonly kind: string;
  progress: ImportProgress;
}

const NOTHING_YET: ImportProgress = { rows: 0, accepted: 0, rejected: 0, share: 0 };

/** Imports begun over HTTP: short ones are answered at once, long ones can be left and found again by their id. */
@Injectable()
export class ImportJobs {
  private readonly logger = new Logger('imports');
  private readonly jobs = new Map<string, Job>();

  constructor(
    private readonly imports: ImportsService,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError every refusal of a file that comes while the request still waits */
  async begin(principal: Principal, request: ImportRequest): Promise<ImportReport | RunningImport> {
    const id = this.ids.next();
    const job: Job = {
      cityId: principal.cityId,
      actorId: principal.actor.id,
      kind: request.kind,
      progress: NOTHING_YET,
    };
    this.jobs.set(id, job);
    const onProgress = (progress: ImportProgress): void => {
      job.progress = progress;
    };
    const run = this.imports.run(principal, { ...request, id, onProgress }).finally(() => this.jobs.delete(id));
    // A refusal that comes later than the answer is kept with the import; only what nobody expected goes to the log.
    run.catch((error: unknown) => (error instanceof DomainError ? undefined : this.logger.error(error)));
    return Promise.race([run, this.afterPatience(id, job)]);
  }

  /** The import if it is still at work and belongs to the caller's city. */
  running(principal: Principal, id: string): (RunningImport & { readonly actorId: string }) | null {
    const job = this.jobs.get(id);
    if (!job || job.cityId !== principal.cityId) return null;
    return { id, status: 'running', kind: job.kind, progress: job.progress, actorId: job.actorId };
  }

  private afterPatience(id: string, job: Job): Promise<RunningImport> {
    return new Promise((resolve) => {
      const answer = (): void => resolve({ id, status: 'running', kind: job.kind, progress: job.progress });
      setTimeout(answer, PATIENCE_MS).unref();
    });
  }
}
