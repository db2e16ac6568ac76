import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { mostDecided } from '../domain/decided-amounts.js';
import { yuanText } from '../domain/fen.js';
import { USES } from '../domain/uses.js';
import { FundDecision, type DecidedUse } from './tables/fund-decision.entity.js';

/** The resolution or the act that is to allow something, and how much of it. */
export interface NamedDecision {
  readonly kind: FundDecision['kind'];
  readonly id: string;
  readonly amount: bigint;
}

/** What a decision is to allow. */
export interface DecidedPurpose {
  readonly compoundId: string;
  readonly use: DecidedUse;
  /** What owners must have decided on, where not everything they resolve will do. */
  readonly matter?: string;
}

/** What the paper itself says. */
interface Found {
  readonly document: string;
  readonly decidedOn: Day;
}

const RESOLUTION = `
  SELECT r.compound_id AS "compoundId", r.title AS document, r.adopted_on::text AS "decidedOn", NULL AS "amountFen",
    concat_ws(' ', r.title, m.title, m.body, r.choice) AS words, r.matters
  FROM resolution r LEFT JOIN motion m ON m.city_id = r.city_id AND m.id = r.motion_id
  WHERE r.city_id = $1 AND r.id = $2`;
const ACT = `
  SELECT a.compound_id AS "compoundId", i.document_number AS document, i.issued_on::text AS "decidedOn",
    a.amount_fen::text AS "amountFen", i.decision AS words, NULL AS matters
  FROM act_issue i JOIN act a ON a.city_id = i.city_id AND a.id = i.id
  WHERE i.city_id = $1 AND i.id = $2 AND a.power_code = 'WY-19'
    AND NOT EXISTS (SELECT 1 FROM act_step t WHERE t.city_id = a.city_id AND t.act_id = a.id
      AND t.step = 'revocation')`;

interface Row extends Found {
  readonly compoundId: string;
  readonly amountFen: string | null;
  readonly words: string;
  readonly matters: readonly string[] | null;
}

/** 维修资金 has one use, which is none of the city's fund. */
const useName = (use: DecidedUse): string => (use === '5201' ? '维修资金' : USES[use]);

/** 决策: what allows money to be spent: owners who resolved it, or the office that confirmed it under WY-19. */
@Injectable()
export class DecisionPapers {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Its amount and purpose are laid down by whoever names it first, never beyond what the paper says itself; whatever
   * comes later draws on what is left.
   * @throws DomainError `project.decision-…`
   */
  async lay(
    manager: EntityManager,
    { cityId, actor }: Principal,
    { purpose, named }: { readonly purpose: DecidedPurpose; readonly named: NamedDecision },
  ): Promise<FundDecision> {
    // Two that name one decision at once lay it down once.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('fund-decision:' || $1, 0))`, [named.id]);
    const { document, decidedOn } = await this.paperOf(manager, cityId, { purpose, named });
    const of = named.kind === 'act' ? { actId: named.id } : { resolutionId: named.id };
    const known = await manager.findOneBy(FundDecision, { cityId, ...of });
    if (known) {
      if (known.useCode === purpose.use && BigInt(known.amount) === named.amount) return known;
      const told = { use: useName(known.useCode), amount: yuanText(known.amount) };
      throw new DomainError('project.decision-otherwise', told);
    }
    const { compoundId, use: useCode } = purpose;
    const row: FundDecision = {
      ...{ cityId, id: this.ids.next(), kind: named.kind, resolutionId: null, actId: null, ...of },
      ...{ compoundId, useCode, amount: String(named.amount), decidedOn, document },
      by: { at: this.clock.now(), byId: actor.id, byName: actor.name },
    };
    await manager.insert(FundDecision, row);
    return row;
  }

  /** The paper, if it decides about this compound and matter, and names enough. */
  private async paperOf(
    manager: EntityManager,
    cityId: number,
    { purpose, named }: { readonly purpose: DecidedPurpose; readonly named: NamedDecision },
  ): Promise<Found> {
    const [row] = await manager.query<Row[]>(named.kind === 'act' ? ACT : RESOLUTION, [cityId, named.id]);
    const { compoundId, matter } = purpose;
    if (!row || row.compoundId !== compoundId) throw new DomainError('project.decision-unfit');
    if (matter !== undefined && row.matters !== null && !row.matters.includes(matter))
      throw new DomainError('project.decision-off-matter', { matter });
    const most = row.amountFen === null ? mostDecided(row.words) : BigInt(row.amountFen);
    if (most === null) throw new DomainError('project.decision-silent');
    if (named.amount > most) throw new DomainError('project.decision-exceeded', { most: yuanText(most) });
    const document = named.kind === 'act' ? `办件 ${row.document}` : `业主大会决议：${row.document}`;
    return { document, decidedOn: row.decidedOn };
  }
}
