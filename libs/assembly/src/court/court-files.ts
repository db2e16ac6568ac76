import { Injectable } from '@nestjs/common';
import { PaperPrinter, type Paper } from '#libs/platform';
import { canonicalJson } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { BundlesService } from '../counting/bundles.service.js';
import type { CertifiedResult } from '../counting/results.service.js';
import { PapersService } from '../papers/papers.service.js';
import type { PaperPlace } from '../papers/paper-facts.js';
import { ResultFactsReader } from '../papers/result-facts.js';
import { CourtRecords } from './court-records.js';

/** A file of the bundle; its bytes are made when its turn comes. */
export interface CourtFile {
  readonly path: string;
  readonly bytes: () => Promise<Buffer>;
}

export interface CourtContent {
  readonly files: readonly CourtFile[];
  readonly certified: CertifiedResult;
  readonly compound: string;
  readonly url: string;
}

const ofText = (path: string, text: string): CourtFile => ({
  path,
  bytes: () => Promise.resolve(Buffer.from(text, 'utf8')),
});

/** A title as the name of a file, on every system. */
const named = (title: string): string => title.replaceAll(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60);

/** Gathers what the bundle of one vote holds, beside what was uploaded for it. */
@Injectable()
export class CourtFiles {
  constructor(
    private readonly papers: PapersService,
    private readonly printer: PaperPrinter,
    private readonly results: ResultFactsReader,
    private readonly bundles: BundlesService,
    private readonly records: CourtRecords,
  ) {}

  /** @throws DomainError `result.hidden`, `result.not-certified` */
  async read(manager: EntityManager, file: AssemblyFile, place: PaperPlace): Promise<CourtContent> {
    const { certified, compound, url } = await this.results.read(manager, file, place);
    const printed = (path: string, paper: Paper): CourtFile => ({ path, bytes: () => this.printer.print(paper) });
    const compose = (kind: 'notice' | 'minutes' | 'result'): Promise<Paper> =>
      this.papers.compose(manager, file, { kind, place });
    const board = await this.bundles.boardOf(manager, file);
    const bundles = await this.results.bundles(manager, file);
    const files = [
      printed('01-公告/会议公告.pdf', await compose('notice')),
      ...(await this.records.read(manager, file)).map(({ path, text }) => ofText(path, text)),
      ofText('04-表决票/封存公示板.json', JSON.stringify(board)),
      ...bundles.map(({ title, text }, at) => ofText(`04-表决票/复核包/${at + 1}-${named(title)}.json`, text)),
      // Byte by byte what its published hash is of.
      ofText('06-结果/结果记录.json', canonicalJson(certified.record)),
      ofText('06-结果/签署.json', JSON.stringify({ ...certified, record: undefined }, null, 2)),
      printed('06-结果/表决结果公告.pdf', await compose('result')),
      printed('06-结果/会议记录.pdf', await compose('minutes')),
    ];
    return { files, certified, compound, url };
  }
}
