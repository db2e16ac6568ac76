import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database, type Language } from '#libs/platform';
import { AreaTree, coversPath, scopeOf } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { STATE_COUNCIL_CALENDAR } from '../acts/holidays.js';
import { editionOn } from '../catalogue/powers.queries.js';
import { DelegationRegister, type Register } from '../delegations/delegation-register.js';
import type { ActStep } from '../domain/acts/act-state.js';
import { dueOf } from '../domain/acts/clock.js';
import { officeName, type Body } from '../domain/body.js';
import type { Power } from '../domain/catalogue/power.js';
import { lapseOf } from '../domain/delegation/delegation.js';
import { missingOf, type Readiness } from '../domain/delegation/readiness.js';
import type { MatrixCell, MatrixResponse } from './supervision.dto.js';

type Tally = Pick<MatrixCell, 'acts' | 'open' | 'overdue' | 'issued' | 'reversed'>;

interface TallyRow extends Omit<Tally, 'overdue'> {
  readonly body: string;
  readonly power: string;
}

interface OpenCase {
  readonly body: string;
  readonly power: string;
  readonly steps: readonly { readonly step: ActStep; readonly onDay: Day }[];
}

const NOTHING: Tally = { acts: 0, open: 0, overdue: 0, issued: 0, reversed: 0 };

/** 权限矩阵: who holds which power, is ready for it, and how it is used; load and reversals by power and place. */
@Injectable()
export class MatrixService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly register: DelegationRegister,
  ) {}

  /** The offices of streets and towns in the caller's area. @throws DomainError `area.not-found` */
  async matrix(principal: Principal, area: string | null, language: Language): Promise<MatrixResponse> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const on = this.clock.today();
      const edition = await editionOn(manager, cityId, on);
      const register = await this.register.of(manager, cityId);
      const bodies = await this.bodiesOf(manager, principal, { area, register, on });
      const readiness = await this.readiness(manager, cityId);
      const powers = edition.map(({ power }) => power);
      const tallies = await this.tallies(manager, cityId, powers);
      const standing = (power: Power, body: Body): MatrixCell['standing'] =>
        standingOf({ register, readiness, power, body, moment: { on, at: this.clock.now().getTime() } });
      return {
        on,
        powers: powers.map(({ code, name }) => ({ code, name: name[language] })),
        rows: bodies.map((body) => ({
          body: { code: body.code, name: officeName(body) },
          cells: powers.map((power) => ({
            power: power.code,
            standing: standing(power, body),
            ...(tallies.get(`${body.areaId}|${power.code}`) ?? NOTHING),
          })),
        })),
      };
    });
  }

  private async bodiesOf(
    manager: EntityManager,
    principal: Principal,
    { area, register, on }: { area: string | null; register: Register; on: Day },
  ): Promise<readonly Body[]> {
    const scope = scopeOf(principal, 'power.read');
    const within = area === null ? null : await this.areas.byCode(manager, principal.cityId, area, on);
    return [...register.bodies.values()]
      .filter(({ level, path }) => level === 'township' && coversPath(scope, path))
      .filter(({ path }) => within === null || path.startsWith(within.path))
      .sort((one, other) => one.path.localeCompare(other.path));
  }

  /** What each receiver said to be ready when it accepted, by delegation. */
  private async readiness(manager: EntityManager, cityId: number): Promise<ReadonlyMap<string, Readiness>> {
    const rows = await manager.query<{ id: string; readiness: Readiness }[]>(
      `SELECT delegation_id AS id, readiness FROM delegation_step WHERE city_id = $1 AND kind = 'acceptance'`,
      [cityId],
    );
    return new Map(rows.map(({ id, readiness }) => [id, readiness]));
  }

  private async tallies(
    manager: EntityManager,
    cityId: number,
    powers: readonly Power[],
  ): Promise<ReadonlyMap<string, Tally>> {
    const rows = await manager.query<TallyRow[]>(
      `SELECT t.body_area_id AS body, t.power_code AS power, count(*)::int AS acts,
         count(*) FILTER (WHERE e.closed IS NULL)::int AS open, count(i.id)::int AS issued,
         count(*) FILTER (WHERE e.revoked)::int AS reversed
       FROM act t LEFT JOIN act_issue i ON i.city_id = t.city_id AND i.id = t.id
       LEFT JOIN LATERAL (SELECT true AS closed, bool_or(s.step = 'revocation') AS revoked FROM act_step s
         WHERE s.city_id = t.city_id AND s.act_id = t.id
           AND s.step IN ('issue', 'refusal', 'withdrawal', 'revocation') HAVING count(*) > 0) e ON true
       WHERE t.city_id = $1 GROUP BY t.body_area_id, t.power_code`,
      [cityId],
    );
    const overdue = await this.overdue(manager, cityId, powers);
    return new Map(
      rows.map(({ body, power, ...counts }) => {
        const key = `${body}|${power}`;
        return [key, { ...counts, overdue: overdue.get(key) ?? 0 }];
      }),
    );
  }

  private async overdue(
    manager: EntityManager,
    cityId: number,
    powers: readonly Power[],
  ): Promise<ReadonlyMap<string, number>> {
    const open = await manager.query<OpenCase[]>(
      `SELECT t.body_area_id AS body, t.power_code AS power,
         json_agg(json_build_object('step', s.step, 'onDay', s.on_day) ORDER BY s.sequence) AS steps
       FROM act t JOIN act_step s ON s.city_id = t.city_id AND s.act_id = t.id
       WHERE t.city_id = $1 GROUP BY t.city_id, t.id
       HAVING count(*) FILTER (WHERE s.step IN ('issue', 'refusal', 'withdrawal')) = 0`,
      [cityId],
    );
    const limits = new Map(powers.map(({ code, limitWorkingDays }) => [code, limitWorkingDays]));
    const counts = new Map<string, number>();
    for (const { body, power, steps } of open) {
      const due = dueOf(steps, limits.get(power) ?? 0, STATE_COUNCIL_CALENDAR);
      const key = `${body}|${power}`;
      if (due !== null && due.day < this.clock.today()) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }
}

/** Whether an office holds a power now: by a delegation in force, one not signed, one with gaps, or not at all. */
function standingOf(asked: {
  readonly register: Register;
  readonly readiness: ReadonlyMap<string, Readiness>;
  readonly power: Power;
  readonly body: Body;
  readonly moment: { readonly on: Day; readonly at: number };
}): MatrixCell['standing'] {
  const { register, readiness, power, body, moment } = asked;
  const chains = register.index.chainsOf(power.code, body);
  const held = chains.find((chain) => chain.every((link) => lapseOf(link, moment) === null))?.at(-1);
  if (held) return missingOf(readiness.get(held.id) ?? READY).length === 0 ? 'held' : 'not-ready';
  const waits = chains.some((chain) => chain.at(-1)?.acceptedAt === null && chain.at(-1)?.endedAt === null);
  return waits ? 'pending' : 'none';
}

const READY: Readiness = { staff: true, training: true, seal: true, budget: true };
