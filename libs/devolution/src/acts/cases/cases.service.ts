import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, Ids, invalidFields } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AuthorityService } from '../../authority/authority.service.js';
import { requireSeen, requireStaffOf } from '../../bodies/bodies.js';
import { powerOn } from '../../catalogue/powers.queries.js';
import { dutyFault } from '../../domain/acts/separation-of-duties.js';
import { readForm } from '../../domain/acts/form.js';
import { missingPapers, procedureOf } from '../../domain/acts/procedures.js';
import type { ActStep } from '../../domain/acts/act-state.js';
import type { CaseFile } from './case-file.js';
import { CaseLookups } from './case-lookups.js';
import { CaseSteps } from './case-steps.js';
import { ActPaper } from '../tables/act-paper.entity.js';
import { Act } from '../tables/act.entity.js';

export interface HandedIn {
  readonly paper: string;
  readonly fileId: string | null;
}

/** What comes in at the window. */
export interface NewCase {
  readonly power: string;
  /** Code of the area whose office takes it in. */
  readonly body: string;
  readonly compoundId: string;
  readonly applicant: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly amountFen: string | null;
  readonly papers: readonly HandedIn[];
}

/** Steps that need nothing but staff of the office and a reason. */
export type PlainStep = Extract<ActStep, 'suspension' | 'resumption' | 'refusal' | 'withdrawal'>;

function hashOf(request: NewCase): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

/** Taking cases in and bringing them to the signature. */
@Injectable()
export class CasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly authority: AuthorityService,
    private readonly lookups: CaseLookups,
    private readonly steps: CaseSteps,
  ) {}

  /**
   * Takes a case in: accepted at once when every paper is there, else told which ones are missing.
   * The same key with the same request answers the same case.
   * @returns the id of the case
   * @throws DomainError every `devolution.…` refusal, `act.conflict-of-interest`, `act.key-used`, `request.invalid`
   */
  async open(principal: Principal, request: NewCase, key: string | null): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const inputHash = hashOf(request);
      const former = await this.lookups.withKey(manager, principal, key);
      if (former && former.inputHash !== inputHash) throw new DomainError('act.key-used', { key });
      if (former) return former.id;
      const today = this.clock.today();
      const { power, versionId } = await powerOn(manager, principal.cityId, request.power, today);
      const body = await this.lookups.bodies.byCode(manager, principal.cityId, request.body, today);
      requireSeen(principal, body);
      requireStaffOf(principal, 'act.write', body);
      const place = await this.lookups.place(manager, principal, request.compoundId, today);
      const { values, faults } = readForm(procedureOf(power.code).fields, request.form);
      if (faults.length > 0) throw invalidFields([...faults]);
      await this.authority.require(manager, principal, { power, body, place, on: today, amountFen: request.amountFen });
      await this.lookups.requireNoInterest(manager, principal, place.id);
      await this.lookups.requirePapers(manager, principal, power.code, request.papers);
      const { cityId, actor } = principal;
      const act: Act = {
        cityId,
        id: this.ids.next(),
        powerCode: power.code,
        powerVersionId: versionId,
        bodyAreaId: body.areaId,
        compoundId: place.id,
        applicant: request.applicant,
        form: values,
        amountFen: request.amountFen,
        openedAt: this.clock.now(),
        openedOn: today,
        openedBy: actor.id,
        openedByName: actor.name,
        idempotencyKey: key,
        inputHash,
      };
      await manager.insert(Act, act as never);
      await this.keepPapers(manager, act, request.papers);
      const file = { act, power, state: 'received', steps: [] } as const;
      await this.takeIn(
        manager,
        principal,
        { ...file, body },
        request.papers.map(({ paper }) => paper),
      );
      return act.id;
    });
  }

  /** Papers that were missing come in. @throws DomainError `act.not-found`, `act.step-refused` */
  async supplement(principal: Principal, id: string, papers: readonly HandedIn[]): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      await this.lookups.requirePapers(manager, principal, file.power.code, papers);
      const fresh = papers.filter(({ paper }) => !file.papers.some((each) => each.paper === paper));
      this.steps.requirePossible(file.state, 'supplement');
      await this.keepPapers(manager, file.act, fresh);
      await this.steps.add(manager, principal, file, { step: 'supplement', note: null, body: file.body });
      const steps = [...file.steps, null];
      const all = [...file.papers, ...fresh].map(({ paper }) => paper);
      await this.takeIn(manager, principal, { ...file, state: 'received', steps }, all);
    });
  }

  /**
   * A second person agrees, or returns the case to who works on it.
   * @throws DomainError `act.own-review`, `act.conflict-of-interest`, `act.step-refused`
   */
  async review(
    principal: Principal,
    id: string,
    { agrees, note }: { agrees: boolean; note: string | null },
  ): Promise<void> {
    await this.change(principal, id, async (manager, file) => {
      const fault = dutyFault('review', principal.actor.id, file.participation);
      if (fault) throw new DomainError(fault);
      const step = agrees ? 'approval-of-review' : 'return-of-review';
      await this.steps.add(manager, principal, file, { step, note, body: file.body });
    });
  }

  /**
   * Stops or starts the clock, refuses the case, or takes note that it was withdrawn.
   * @throws DomainError `act.step-refused`
   */
  async take(principal: Principal, id: string, step: PlainStep, note: string): Promise<void> {
    await this.change(principal, id, (manager, file) =>
      this.steps.add(manager, principal, file, { step, note, body: file.body }),
    );
  }

  private async change(
    principal: Principal,
    id: string,
    work: (manager: EntityManager, file: CaseFile) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const file = await this.lookups.files.lock(manager, principal, id);
      requireStaffOf(principal, 'act.write', file.body);
      await work(manager, file);
    });
  }

  private async takeIn(
    manager: EntityManager,
    principal: Principal,
    file: Parameters<CaseSteps['add']>[2] & Pick<CaseFile, 'body'>,
    papers: readonly string[],
  ): Promise<void> {
    const missing = missingPapers(file.power.code, papers);
    const step = missing.length === 0 ? 'acceptance' : 'missing-papers';
    const note = missing.length === 0 ? null : missing.map(({ label }) => label.zh).join('、');
    await this.steps.add(manager, principal, file, { step, note, body: file.body });
  }

  private async keepPapers(manager: EntityManager, act: Act, papers: readonly HandedIn[]): Promise<void> {
    const received = { cityId: act.cityId, actId: act.id, receivedAt: this.clock.now() };
    if (papers.length > 0)
      await manager.insert(
        ActPaper,
        papers.map((each) => ({ ...received, ...each })),
      );
  }
}
