import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#libs/kernel';
import { WORKER_PROGRAM, type WorkerAnswer, type WorkerTask } from './workbook-worker.js';

export interface WorkbookLimits {
  readonly workerMemoryMb: number;
  readonly workerSeconds: number;
}

const LIBRARY = createRequire(import.meta.url).resolve('@e965/xlsx');

type Question = Omit<WorkerTask, 'library'>;

/** A workbook open in a worker thread with limits of memory and time; ends with `close`. */
export class WorkbookHost {
  private readonly worker: Worker;
  private settle: { resolve(answer: WorkerAnswer): void; reject(reason: Error): void } | null = null;
  private failure: Error | null = null;

  constructor(
    question: Question,
    private readonly fileName: string,
    private readonly limits: WorkbookLimits,
  ) {
    this.worker = new Worker(WORKER_PROGRAM, {
      eval: true,
      workerData: { ...question, library: LIBRARY },
      // The worker needs none of the server's secrets and none of the flags that the tests run under.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMemoryMb },
      transferList: question.bytes ? [question.bytes.buffer as ArrayBuffer] : [],
    });
    this.worker.on('message', (answer: WorkerAnswer) => this.settle?.resolve(answer));
    this.worker.on('error', (error: Error & { code?: string }) => this.fail(this.refusalOf(error)));
    this.worker.on('exit', () => this.fail(new DomainError('import.file-unreadable', { file: fileName, row: 1 })));
  }

  /** The first answer, once the workbook is open. @throws DomainError why it could not be read */
  opened(): Promise<WorkerAnswer> {
    return this.answer(() => undefined);
  }

  ask(sheet: number, from: number): Promise<WorkerAnswer> {
    return this.answer(() => this.worker.postMessage({ sheet, from }));
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async answer(send: () => void): Promise<WorkerAnswer> {
    if (this.failure) throw this.failure;
    const { workerSeconds: seconds } = this.limits;
    const slow = new DomainError('import.workbook-too-slow', { file: this.fileName, seconds });
    const timer = setTimeout(() => this.fail(slow), seconds * 1000);
    try {
      const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
        this.settle = { resolve, reject };
        send();
      });
      if (answer.kind !== 'refused') return answer;
      throw new DomainError(answer.code, { file: this.fileName, limit: answer.limit, row: answer.row });
    } finally {
      clearTimeout(timer);
      this.settle = null;
    }
  }

  private fail(reason: Error): void {
    this.failure ??= reason;
    this.settle?.reject(this.failure);
    void this.worker.terminate();
  }

  private refusalOf(error: Error & { code?: string }): Error {
    const { fileName: file } = this;
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return new DomainError('import.file-unreadable', { file, row: 1 });
    return new DomainError('import.workbook-too-big', { file, limit: this.limits.workerMemoryMb });
  }
}
