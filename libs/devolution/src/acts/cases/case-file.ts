import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../../bodies/bodies.js';
import { editionOn } from '../../catalogue/powers.queries.js';
import type { Body } from '../../domain/body.js';
import type { Power } from '../../domain/catalogue/power.js';
import { stateOf, type ActState } from '../../domain/acts/act-state.js';
import type { Participation } from '../../domain/acts/separation-of-duties.js';
import { ActPaper } from '../tables/act-paper.entity.js';
import { ActStepRow } from '../tables/act-step.entity.js';
import { Act } from '../tables/act.entity.js';
import { InterestDeclaration } from '../tables/interest-declaration.entity.js';

/** A case with everything that happened to it, read under the edition of its day. */
export interface CaseFile {
  readonly act: Act;
  readonly power: Power;
  readonly body: Body;
  readonly steps: readonly ActStepRow[];
  readonly papers: readonly ActPaper[];
  readonly state: ActState;
  readonly participation: Participation;
}

function reviewerOf(steps: readonly ActStepRow[]): string | null {
  const last = steps.findLast(({ step }) => step === 'approval-of-review' || step === 'return-of-review');
  return last?.step === 'approval-of-review' ? last.byId : null;
}

/** Reads cases, one at a time and under a lock where something is to happen to them. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly bodies: Bodies,
    private readonly scopes: CompoundScopes,
  ) {}

  /**
   * The case, if its compound lies in the caller's scope.
   * @throws DomainError `act.not-found`
   */
  async read(manager: EntityManager, principal: Principal, id: string): Promise<CaseFile> {
    const { cityId } = principal;
    const act = await manager.findOneBy(Act, { cityId, id });
    const compoundIds = act ? [act.compoundId] : [];
    const seen = await this.scopes.inside(manager, principal, { permission: 'act.read', compoundIds });
    if (!act || !seen.has(act.compoundId)) throw new DomainError('act.not-found', { id });
    const steps = await manager.find(ActStepRow, { where: { cityId, actId: id }, order: { sequence: 'ASC' } });
    const papers = await manager.find(ActPaper, { where: { cityId, actId: id }, order: { paper: 'ASC' } });
    const body = (await this.bodies.all(manager, cityId)).get(act.bodyAreaId);
    const power = (await editionOn(manager, cityId, act.openedOn)).find((each) => each.power.code === act.powerCode);
    if (!body || !power) throw new DomainError('act.not-found', { id });
    return {
      ...{ act, body, steps, papers },
      power: power.power,
      state: stateOf(steps.map(({ step }) => step)),
      participation: {
        openedBy: act.openedBy,
        reviewedBy: reviewerOf(steps),
        interested: await this.interested(manager, cityId, act.compoundId),
      },
    };
  }

  /** The same, when something is to happen: whoever comes second waits, and then sees what the first one did. */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<CaseFile> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('act:' || $1, 0))`, [id]);
    return this.read(manager, principal, id);
  }

  /** People who declared an interest in a compound. */
  async interested(manager: EntityManager, cityId: number, compoundId: string): Promise<readonly string[]> {
    const rows = await manager
      .createQueryBuilder(InterestDeclaration, 'interest')
      .where('interest.cityId = :cityId AND interest.compoundId = :compoundId', { cityId, compoundId })
      .andWhere('interest.endedAt IS NULL')
      .getMany();
    return rows.map(({ userId }) => userId);
  }
}
