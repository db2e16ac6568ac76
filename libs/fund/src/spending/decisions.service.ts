import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { mostDecided } from '../domain/decided-amounts.js';
import { yuanText } from '../domain/fen.js';
import { USES } from '../domain/uses.js';
import { requireDeed } from './project-file.js';
import { ProjectDesk } from './project-desk.js';
import type { ProjectRow } from './projects.queries.js';
import { FundDecision } from './tables/fund-decision.entity.js';

/** The resolution or the act that is to allow a project, and how much of it. */
export interface NamedDecision {
  readonly kind: FundDecision['kind'];
  readonly id: string;
  readonly amount: bigint;
}

/** What the paper itself says. */
interface Found {
  readonly compoundId: string;
  readonly document: string;
  readonly decidedOn: Day;
  /** What it allows, by its own words. */
  readonly most: bigint | null;
}

const RESOLUTION = `
  SELECT r.compound_id AS "compoundId", r.title AS document, r.adopted_on::text AS "decidedOn", NULL AS "amountFen",
    concat_ws(' ', r.title, m.title, m.body, r.choice) AS words
  FROM resolution r LEFT JOIN motion m ON m.city_id = r.city_id AND m.id = r.motion_id
  WHERE r.city_id = $1 AND r.id = $2`;
const ACT = `
  SELECT a.compound_id AS "compoundId", i.document_number AS document, i.issued_on::text AS "decidedOn",
    a.amount_fen::text AS "amountFen", i.decision AS words
  FROM act_issue i JOIN act a ON a.city_id = i.city_id AND a.id = i.id
  WHERE i.city_id = $1 AND i.id = $2 AND a.power_code = 'WY-19'
    AND NOT EXISTS (SELECT 1 FROM act_step t WHERE t.city_id = a.city_id AND t.act_id = a.id
      AND t.step = 'revocation')`;

type Row = Omit<Found, 'most'> & { readonly amountFen: string | null; readonly words: string };

/** 决策: what allows a project: owners who resolved it, or the office that confirmed it under WY-19. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly desk: ProjectDesk,
  ) {}

  /**
   * Names what allows a project. Its amount and purpose are laid down by whoever names it first, never beyond what the
   * paper says itself; later projects draw on what is left.
   * @throws DomainError `project.decision-…`, `project.emergency-unconfirmed`, `project.step-refused`
   */
  async name(principal: Principal, projectId: string, named: NamedDecision): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, projectId);
      requireDeed(project, 'decision');
      // 民法典 281 第二款: an emergency is not voted on, and needs whoever confirms it instead.
      if (project.emergency !== null && named.kind !== 'act') throw new DomainError('project.emergency-unconfirmed');
      const decision = await this.decisionOf(manager, principal, { project, named });
      const note = `${decision.document}，${yuanText(decision.amount)} 元`;
      await this.desk.steps.add(manager, principal, projectId, { step: 'decision', decisionId: decision.id, note });
    });
  }

  private async decisionOf(
    manager: EntityManager,
    principal: Principal,
    { project, named }: { readonly project: ProjectRow; readonly named: NamedDecision },
  ): Promise<FundDecision> {
    const { cityId } = principal;
    // Two projects that name one decision at once lay it down once.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('fund-decision:' || $1, 0))`, [named.id]);
    const { document, decidedOn } = await this.paperOf(manager, cityId, { project, named });
    const of = named.kind === 'act' ? { actId: named.id } : { resolutionId: named.id };
    const known = await manager.findOneBy(FundDecision, { cityId, ...of });
    if (known) {
      if (known.useCode === project.use && BigInt(known.amount) === named.amount) return known;
      const told = { use: USES[known.useCode], amount: yuanText(known.amount) };
      throw new DomainError('project.decision-otherwise', told);
    }
    const row: FundDecision = {
      ...{ cityId, id: this.ids.next(), kind: named.kind, resolutionId: null, actId: null, ...of },
      ...{ compoundId: project.compound.id, useCode: project.use, amount: String(named.amount), decidedOn, document },
      by: this.desk.steps.by(principal),
    };
    await manager.insert(FundDecision, row);
    return row;
  }

  /** The paper, if it decides about this compound and names enough. */
  private async paperOf(
    manager: EntityManager,
    cityId: number,
    { project, named }: { readonly project: ProjectRow; readonly named: NamedDecision },
  ): Promise<Found> {
    const [row] = await manager.query<Row[]>(named.kind === 'act' ? ACT : RESOLUTION, [cityId, named.id]);
    if (!row || row.compoundId !== project.compound.id) throw new DomainError('project.decision-unfit');
    const most = row.amountFen === null ? mostDecided(row.words) : BigInt(row.amountFen);
    if (most === null) throw new DomainError('project.decision-silent');
    if (named.amount > most) throw new DomainError('project.decision-exceeded', { most: yuanText(most) });
    const document = named.kind === 'act' ? `办件 ${row.document}` : `业主大会决议：${row.document}`;
    return { ...row, document, most };
  }
}
