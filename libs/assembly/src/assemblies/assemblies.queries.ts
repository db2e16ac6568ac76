import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { AreaTree, CompoundScopes, scopeCondition } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { turnoutsOf } from '../ballots/list-turnouts.js';
import { announcementOf } from '../counting/after-days.js';
import { possibleSteps, stateOf, type AssemblyState, type AssemblyStep } from '../domain/assembly/assembly-state.js';
import { withOwnNotice } from '../domain/assembly/meeting-rules.js';
import { petitionOf } from '../domain/assembly/organisers.js';
import { earliestOpening, limitsOn } from '../domain/assembly/timetable.js';
import { stoppagesOf } from '../stoppages/stoppages.js';
import {
  PublishedRulesResponse,
  type AssemblyBrief,
  type AssemblyResponse,
  type ListedAssembly,
} from './assembly-answers.dto.js';
import { AssemblyFiles, stepOf, type AssemblyFile } from './assembly-files.js';
import { rulesOfCity } from './city-rules.js';

export interface AssemblyFilter {
  readonly compound: string | null;
  /** Code of an area; what lies below it is included. */
  readonly area: string | null;
  readonly state: AssemblyState | null;
  readonly after: string | null;
  readonly limit: number | null;
}

export type BriefRow = Omit<AssemblyBrief, 'state'> & { readonly steps: readonly AssemblyStep[] };

export const SELECT_BRIEF = `
  SELECT t.id, t.title, t.organiser, t.organiser_name AS "organiserName", t.is_rehearsal AS "isRehearsal",
    json_build_object('id', t.compound_id, 'name', v.name) AS compound, s.steps, s.opens_at AS "opensAt",
    s.closes_at AS "closesAt"
  FROM assembly t
  JOIN LATERAL (SELECT v.city_id, v.name, v.area_id, v.compound_id FROM compound_version v
    WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id AND v.superseded_at IS NULL
    ORDER BY v.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
  CROSS JOIN LATERAL (SELECT coalesce(json_agg(p.step ORDER BY p.sequence), '[]') AS steps,
      max(p.opens_at) AS opens_at, max(p.closes_at) AS closes_at
    FROM assembly_step p WHERE p.city_id = t.city_id AND p.assembly_id = t.id) s`;

/** The state of an assembly as the list filters by it, read from the steps that were taken. */
const STATE = `(SELECT CASE x.step WHEN 'notice' THEN 'noticed' WHEN 'opening' THEN 'open' WHEN 'extension' THEN 'open'
    WHEN 'closure' THEN 'closed' WHEN 'certification' THEN 'certified' WHEN 'publication' THEN 'published'
    WHEN 'filing' THEN 'filed' ELSE 'cancelled' END
  FROM assembly_step x WHERE x.city_id = t.city_id AND x.assembly_id = t.id ORDER BY x.sequence DESC LIMIT 1)`;

/** Assemblies as a list and one by one. */
@Injectable()
export class AssemblyQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly scopes: CompoundScopes,
    private readonly files: AssemblyFiles,
  ) {}

  /** One page, newest first, with how far each open vote has come. @throws DomainError `area.not-found` */
  async list(principal: Principal, filter: AssemblyFilter): Promise<Page<ListedAssembly>> {
    const { compound, state, after } = filter;
    const size = filter.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const area = filter.area === null ? null : await this.areas.byCode(manager, cityId, filter.area);
      const scoped = scopeCondition(await this.scopes.of(manager, principal, 'assembly.read'), 7);
      const rows = await manager.query<BriefRow[]>(
        `${SELECT_BRIEF} WHERE t.city_id = $1 AND ($2::uuid IS NULL OR t.compound_id = $2)
           AND ($3::text IS NULL OR coalesce(${STATE}, 'draft') = $3) AND ($4::uuid IS NULL OR t.id < $4)
           AND ($6::text IS NULL OR a.path LIKE $6) AND ${scoped.text} ORDER BY t.id DESC LIMIT $5`,
        [cityId, compound, state, after, size + 1, area ? `${area.path}%` : null, ...scoped.parameters],
      );
      const page = pageOf(rows.map(briefOf), size, ({ id }) => id);
      const open = page.items.filter((each) => each.state === 'open').map(({ id }) => id);
      const turnouts = await turnoutsOf(manager, cityId, open);
      return { ...page, items: page.items.map((each) => ({ ...each, turnout: turnouts.get(each.id) ?? null })) };
    });
  }

  /** @throws DomainError `assembly.not-found` */
  async one(principal: Principal, id: string): Promise<AssemblyResponse> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      const [row] = await manager.query<BriefRow[]>(`${SELECT_BRIEF} WHERE t.city_id = $1 AND t.id = $2`, [
        principal.cityId,
        id,
      ]);
      return { ...briefOf(row as BriefRow), ...(await this.detail(manager, file)) };
    });
  }

  private async detail(
    manager: EntityManager,
    file: AssemblyFile,
  ): Promise<Omit<AssemblyResponse, keyof AssemblyBrief>> {
    const { assembly, motions, steps } = file;
    const today = this.clock.today();
    const limits = limitsOn(await rulesOfCity(manager, assembly.cityId), today);
    const { floor, safe } = earliestOpening(today, withOwnNotice(limits, assembly.rules.laidDown));
    const { petition, rules, organiserBasis, isFirst, building, stairway, form, place } = assembly;
    const counted = petition && {
      ...petition,
      ...petitionOf(
        { ...petition, weight: BigInt(petition.weight), weightOfAll: BigInt(petition.weightOfAll) },
        limits.petitionPercent,
      ),
    };
    const taken = steps.map(({ step }) => step);
    const [roll] = await manager.query<{ version: number | null }[]>(
      'SELECT max(version)::int AS version FROM roll_version WHERE city_id = $1 AND assembly_id = $2',
      [assembly.cityId, assembly.id],
    );
    return {
      ...{ organiserBasis, isFirst, building, stairway, form, place, petition: counted },
      rules: PublishedRulesResponse.from(rules),
      motions: motions.map(
        ({ id, title, body, kind, matters, votingClass, offered, candidates, seats, alternates }) => ({
          ...{ id, title, body, kind, matters, votingClass, offered, candidates, seats, alternates },
        }),
      ),
      steps: steps.map(({ step, at, onDay, byName, basis }) => ({ step, at, onDay, byName, basis })),
      filedCaseId: (stepOf({ steps }, 'filing')?.detail['actId'] as string | null | undefined) ?? null,
      rollVersion: roll?.version ?? null,
      possible: [...possibleSteps(taken, assembly.isRehearsal)],
      opensFrom: floor,
      opensSafelyFrom: safe,
      stoppages: await stoppagesOf(manager, assembly),
      announcement: await announcementOf(manager, file, today),
    };
  }
}

export function briefOf({ steps, ...row }: BriefRow): AssemblyBrief {
  return { ...row, state: stateOf(steps) };
}
