import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { publicBundle } from '#libs/tally';
import { CountReader } from '../counting/count-reader.js';
import { ResultsService, type CertifiedResult } from '../counting/results.service.js';
import { pollOf } from '../domain/counting/count.js';
import { objectionsOf, type ShownObjection } from '../objections/objections.queries.js';
import { PaperFactsReader, type PaperFacts, type PaperPlace } from './paper-facts.js';

/** A bundle as everybody can fetch it, by the SHA-256 of its bytes. */
export interface NamedBundle {
  readonly title: string;
  readonly hash: string;
}

/** What the papers of a result rest on beside what all of them do. */
export interface ResultFacts extends PaperFacts {
  readonly certified: CertifiedResult;
  readonly bundles: readonly NamedBundle[];
  readonly objections: readonly ShownObjection[];
}

/** Reads what the papers of a certified result say. */
@Injectable()
export class ResultFactsReader {
  constructor(
    private readonly facts: PaperFactsReader,
    private readonly results: ResultsService,
    private readonly reader: CountReader,
  ) {}

  /** @throws DomainError `result.hidden`, `result.not-certified` */
  async read(manager: EntityManager, file: AssemblyFile, place: PaperPlace): Promise<ResultFacts> {
    const certified = await this.results.of(manager, file);
    const bundles = await this.bundles(manager, file);
    return {
      ...(await this.facts.read(manager, file, place)),
      certified,
      bundles: bundles.map(({ title, text }) => ({ title, hash: createHash('sha256').update(text).digest('hex') })),
      objections: await objectionsOf(manager, file.assembly, 'result'),
    };
  }

  /** The bundle of every question as its public address answers it, byte by byte. */
  async bundles(manager: EntityManager, file: AssemblyFile): Promise<readonly { title: string; text: string }[]> {
    const poll = pollOf(await this.reader.read(manager, file));
    return poll.motions.map((motion) => ({ title: motion.title, text: JSON.stringify(publicBundle(poll, motion)) }));
  }
}
