import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { cityOfCode, Database, PaperPrinter, SheetPrinter, type Paper, type Sheet } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { isPublished } from '../public/public-vote.js';
import { ballotSheet, motionBlocks } from './documents/ballot-sheet.js';
import { filingPaper } from './documents/filing-paper.js';
import { minutesPaper } from './documents/minutes-paper.js';
import { noticePaper } from './documents/notice-paper.js';
import { PaperFactsReader, type PaperFacts } from './paper-facts.js';
import { watermarkOf } from './documents/paper-words.js';
import { slipsToPrint, type SlipChoice } from './papers.queries.js';
import { ResultFactsReader } from './result-facts.js';
import { resultPaper } from './documents/result-paper.js';

/** 公告、会议记录、结果公告、备案表: the papers that are one document each. */
export type PaperKind = 'notice' | 'minutes' | 'result' | 'filing';

const OF_RESULT = { minutes: minutesPaper, result: resultPaper, filing: filingPaper } as const;

/** The papers of an assembly, from what is stored. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
    private readonly facts: PaperFactsReader,
    private readonly results: ResultFactsReader,
    private readonly printer: PaperPrinter,
    private readonly sheets: SheetPrinter,
  ) {}

  /** @throws DomainError `assembly.not-found`, `result.hidden`, `result.not-certified` */
  async print(
    principal: Principal,
    id: string,
    { kind, origin }: { readonly kind: PaperKind; readonly origin: string },
  ): Promise<Buffer> {
    const place = { cityCode: principal.cityCode, origin };
    const paper = await this.database.snapshot(principal, async (manager) =>
      this.compose(manager, await this.files.read(manager, principal, id), { kind, place }),
    );
    return this.printer.print(paper);
  }

  /** The same for everybody, each from its day on. @throws DomainError `assembly.not-found`, `result.not-published` */
  async printPublic(
    cityCode: string,
    id: string,
    { kind, origin }: { readonly kind: 'notice' | 'result'; readonly origin: string },
  ): Promise<Buffer> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const paper = await this.database.snapshot({ cityId }, async (manager) => {
      const file = await this.files.readNoticed(manager, cityId, id);
      if (kind === 'result' && !isPublished(file)) throw new DomainError('result.not-published');
      return this.compose(manager, file, { kind, place: { cityCode, origin } });
    });
    return this.printer.print(paper);
  }

  /**
   * The ballots of all slips that are out, of one stairway or of a list; of a draft one sample.
   * @throws DomainError `assembly.not-found`, `papers.no-slips`
   */
  async printBallots(
    principal: Principal,
    id: string,
    { origin, choice }: { readonly origin: string; readonly choice: SlipChoice },
  ): Promise<Readable> {
    const place = { cityCode: principal.cityCode, origin };
    const { facts, slips } = await this.database.snapshot(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id, 'assembly.write');
      const isDraft = file.state === 'draft';
      return {
        facts: await this.facts.read(manager, file, place),
        slips: isDraft ? [null] : await slipsToPrint(manager, file.assembly, choice),
      };
    });
    if (slips.length === 0) throw new DomainError('papers.no-slips');
    const { file } = facts;
    return this.sheets.print({
      title: `${file.assembly.title}表决票`,
      watermark: watermarkOf(file, file.state !== 'draft'),
      sheets: sheetsOf(facts, slips),
    });
  }

  /** A paper of an assembly that the caller may read, before it is printed. */
  async compose(
    manager: EntityManager,
    file: AssemblyFile,
    {
      kind,
      place,
    }: { readonly kind: PaperKind; readonly place: { readonly cityCode: string; readonly origin: string } },
  ): Promise<Paper> {
    if (kind === 'notice') return noticePaper(await this.facts.read(manager, file, place));
    return OF_RESULT[kind](await this.results.read(manager, file, place));
  }
}

function* sheetsOf(facts: PaperFacts, slips: readonly Parameters<typeof ballotSheet>[2][]): Iterable<Sheet> {
  const motions = facts.file.motions.map(motionBlocks);
  for (const slip of slips) yield ballotSheet(facts, motions, slip);
}
