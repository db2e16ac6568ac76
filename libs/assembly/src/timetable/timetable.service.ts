import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { mayOpen } from '../domain/lint/lint.js';
import type { Finding } from '../domain/lint/findings.js';
import { extensionFault, limitsOn } from '../domain/assembly/timetable.js';
import { AssemblyFiles, daysOf, type AssemblyFile, type VotingWindow } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { LintReader } from './lint-reader.js';
import { StepLog } from '../assemblies/step-log.js';

/** Of the findings before a notice only these can still be mended after it: they concern the roll. */
const LATER: readonly Finding['code'][] = ['no-roll', 'roll-empty', 'roll-objections-open', 'roll-still-shown'];

/** 表决的时间表: notice, opening, extension, closure and cancellation; nothing else moves it. */
@Injectable()
export class TimetableService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly steps: StepLog,
    private readonly lints: LintReader,
  ) {}

  /**
   * What would make the vote void or disputed; before the notice, with the days that it would name.
   * @throws DomainError `assembly.not-found`
   */
  async findings(principal: Principal, id: string, planned: VotingWindow | null): Promise<readonly Finding[]> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      return this.lints.findings(manager, file, planned);
    });
  }

  /**
   * Publishes motions, rules and days. From here on nothing of them changes.
   * @throws DomainError `assembly.step-refused`, `assembly.window-unusable`, `assembly.lint-blocks`
   */
  async notify(
    principal: Principal,
    id: string,
    notice: VotingWindow & { readonly basis: string | null },
  ): Promise<void> {
    if (notice.closesAt.getTime() <= notice.opensAt.getTime()) throw new DomainError('assembly.window-unusable');
    await this.change(principal, id, async (manager, file) => {
      this.steps.requirePossible(file, 'notice');
      const findings = await this.lints.findings(manager, file, notice);
      this.requireClear(findings.filter(({ code }) => !LATER.includes(code)));
      await this.steps.add(manager, principal, file, {
        ...{ step: 'notice', basis: notice.basis, opensAt: notice.opensAt, closesAt: notice.closesAt },
        detail: { motionIds: file.motions.map((motion) => motion.id), rules: file.assembly.rules },
        legalBasis: '物业管理条例第十四条',
      });
    });
  }

  /**
   * Opens the vote: from its first moment on ballots are taken, by the clock of the database.
   * @throws DomainError `assembly.step-refused`, `assembly.lint-blocks`, `assembly.window-over`, `assembly.not-yet`
   */
  async open(principal: Principal, id: string): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      this.steps.requirePossible(file, 'opening');
      if (await this.isOver(manager, file)) throw new DomainError('assembly.window-over');
      const opensOn = file.window && daysOf(file.window).opensOn;
      if (opensOn !== null && this.clock.today() < opensOn) throw new DomainError('assembly.not-yet', { day: opensOn });
      const findings = await this.lints.findings(manager, file, null);
      this.requireClear(findings);
      const detail = { warnings: findings.map(({ code }) => code) };
      await this.steps.add(manager, principal, file, { step: 'opening', detail });
    });
  }

  /**
   * Moves the end of an open vote, once, by no more than the rule allows, and with a reason that everybody reads.
   * @throws DomainError `assembly.step-refused`, `assembly.window-over`, `assembly.extension-…`
   */
  async extend(principal: Principal, id: string, request: { closesAt: Date; reason: string }): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      this.steps.requirePossible(file, 'extension');
      if (await this.isOver(manager, file)) throw new DomainError('assembly.window-over');
      const { window } = file;
      const limits = limitsOn(await rulesOfCity(manager, principal.cityId), file.ruledOn ?? this.clock.today());
      const fault = window && extensionFault(window.closesAt, request.closesAt, limits);
      if (fault) throw new DomainError(fault, { days: limits.extensionMostDays });
      await this.steps.add(manager, principal, file, {
        ...{ step: 'extension', basis: request.reason, closesAt: request.closesAt },
        detail: { from: window?.closesAt.toISOString() },
      });
    });
  }

  /**
   * Takes note that the time is over; nobody ends a vote before its time.
   * @throws DomainError `assembly.step-refused`, `assembly.still-open`
   */
  async close(principal: Principal, id: string): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      this.steps.requirePossible(file, 'closure');
      if (!(await this.isOver(manager, file))) {
        throw new DomainError('assembly.still-open', { until: file.window?.closesAt.toISOString() });
      }
      const [cast] = await manager.query<{ ballots: number }[]>(
        `SELECT count(*)::int AS ballots FROM ballot WHERE city_id = $1 AND assembly_id = $2 AND replaces IS NULL`,
        [principal.cityId, id],
      );
      await this.steps.add(manager, principal, file, { step: 'closure', detail: { ...cast } });
    });
  }

  /** Gives an assembly up, for a reason; what was cast stays, and counts for nothing. */
  async cancel(principal: Principal, id: string, reason: string): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      await this.steps.add(manager, principal, file, { step: 'cancellation', basis: reason });
    });
  }

  /** Whether the voting time has passed, by the clock that the ballots go by. */
  private async isOver(manager: EntityManager, { window }: AssemblyFile): Promise<boolean> {
    const [row] = await manager.query<{ over: boolean }[]>('SELECT clock_timestamp() >= $1::timestamptz AS over', [
      window?.closesAt ?? null,
    ]);
    return row?.over ?? false;
  }

  private requireClear(findings: readonly Finding[]): void {
    if (mayOpen(findings)) return;
    const blocking = findings.filter(({ severity }) => severity === 'blocks');
    throw new DomainError('assembly.lint-blocks', this.lints.refusal(blocking));
  }

  private async change(
    principal: Principal,
    id: string,
    work: (manager: EntityManager, file: AssemblyFile) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await work(manager, await this.files.lock(manager, principal, id));
    });
  }
}
