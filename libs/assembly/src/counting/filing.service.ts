import { Injectable } from '@nestjs/common';
import { Act, CasesService } from '#libs/devolution';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { StepLog } from '../assemblies/step-log.js';
import { requireUnopposed } from './after-days.js';
import { namesOf } from '../motions/motion.entity.js';
import { decidedOn } from './record-maker.js';
import type { ResultRecord } from './result-record.js';
import { ResultsService } from './results.service.js';

/** 业委会备案: the power under which an elected committee is filed. */
const COMMITTEE_FILING = 'WY-04';

/** What a new case of filing says of the committee that was elected. */
export interface NewFilingCase {
  /** Code of the area whose office takes it in. */
  readonly body: string;
  readonly committeeName: string;
  readonly from: Day;
  readonly to: Day;
}

export interface NewFiling {
  /** Number of the receipt, or what else shows that it was filed. */
  readonly basis: string;
  /** A case that is there already; or, left out, one is opened where a committee was elected. */
  readonly actId: string | null;
  readonly newCase: NewFilingCase | null;
}

/** 备案 (物业管理条例第十六条): a record, not a permission; an elected committee is filed under a power of the office. */
@Injectable()
export class FilingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly steps: StepLog,
    private readonly results: ResultsService,
    private readonly cases: CasesService,
  ) {}

  /**
   * @returns the case, where there is one
   * @throws DomainError `assembly.step-refused`, `filing.case-needed`, `filing.case-unfit`, `filing.objection…`,
   * `filing.lot-needed` and every `act.…` refusal
   */
  async file(principal: Principal, id: string, request: NewFiling): Promise<string | null> {
    const { file, seats, elected } = await this.database.transaction(principal, async (manager) => {
      const found = await this.files.read(manager, principal, id, 'assembly.write');
      this.steps.requirePossible(found, 'filing');
      await requireUnopposed(manager, found, this.clock.today());
      const { standing } = await this.results.of(manager, found);
      requireLotsDrawn(found, standing);
      const elections = standing.motions.filter(({ matters, election }) => election !== null && matters.includes('M3'));
      const [motion] = elections.filter(({ isAdopted }) => isAdopted);
      const asked = found.motions.find((each) => each.id === motion?.id);
      return { file: found, seats: asked?.seats ?? 0, elected: motion?.election?.elected.length ?? 0 };
    });
    const needsCase = elected > 0;
    if (needsCase && request.actId === null && request.newCase === null) throw new DomainError('filing.case-needed');
    const opened =
      request.actId ??
      (needsCase && request.newCase ? await this.open(principal, file, { ...request.newCase, seats, elected }) : null);
    await this.database.transaction(principal, async (manager) => {
      const locked = await this.files.lock(manager, principal, id);
      await requireUnopposed(manager, locked, this.clock.today());
      const { cityId } = principal;
      const act = opened === null ? null : await manager.findOneBy(Act, { cityId, id: opened });
      const fits = act?.powerCode === COMMITTEE_FILING && act.compoundId === locked.assembly.compoundId;
      if (opened !== null && !fits) throw new DomainError('filing.case-unfit', { power: COMMITTEE_FILING });
      await this.steps.add(manager, principal, locked, {
        ...{ step: 'filing', basis: request.basis, detail: { actId: opened } },
        legalBasis: '物业管理条例第十六条',
      });
    });
    return opened;
  }

  /** The case is named by the assembly: asked again after a fault, it is the same one. */
  private open(
    principal: Principal,
    file: AssemblyFile,
    {
      body,
      committeeName,
      from,
      to,
      seats,
      elected,
    }: NewFilingCase & { readonly seats: number; readonly elected: number },
  ): Promise<string> {
    const request = {
      ...{ power: COMMITTEE_FILING, body, compoundId: file.assembly.compoundId, applicant: committeeName },
      form: { name: committeeName, seats, members: elected, electedOn: decidedOn(file), from, to },
      amountFen: null,
      papers: ['application', 'resolution', 'members', 'rules'].map((paper) => ({ paper, fileId: null })),
    };
    return this.cases.open(principal, request, `assembly:${file.assembly.id}`);
  }
}

/** Who sits on a committee is known before it is filed. */
function requireLotsDrawn({ motions }: AssemblyFile, record: ResultRecord): void {
  const tied = record.motions.find(({ election }) => election?.lotNeeded);
  if (!tied) return;
  const candidates = motions.find(({ id }) => id === tied.id)?.candidates ?? [];
  const among = namesOf(candidates, tied.election?.lotNeeded?.among ?? []);
  throw new DomainError('filing.lot-needed', { motion: tied.title, among });
}
