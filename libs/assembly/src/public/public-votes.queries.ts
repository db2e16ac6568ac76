import { Injectable } from '@nestjs/common';
import { cityOfCode, Clock, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { briefOf, SELECT_BRIEF, type BriefRow } from '../assemblies/assemblies.queries.js';
import { PublishedRulesResponse, type AssemblyBrief } from '../assemblies/assembly-answers.dto.js';
import { AssemblyFiles, daysOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { afterDaysOf, announcementOf } from '../counting/after-days.js';
import { ResultsService } from '../counting/results.service.js';
import { TurnoutService } from '../counting/turnout.service.js';
import { earlyLookOf } from '../oversight/early-look/early-looks.service.js';
import { stoppagesOf } from '../stoppages/stoppages.js';
import { daysLeft, isPublished, publicTurnout } from './public-vote.js';
import type { PublicObjections, PublicTurnoutResponse, PublicVoteResponse } from './public-votes.dto.js';
import { toldMotions, toldResult, toldSteps } from './public-words.js';

export interface PublicFilter {
  readonly compound: string | null;
  /** Part of the name of a compound. */
  readonly name: string | null;
  readonly after: string | null;
  readonly limit: number | null;
}

export const NOTICED = `EXISTS (SELECT 1 FROM assembly_step n
  WHERE n.city_id = t.city_id AND n.assembly_id = t.id AND n.step = 'notice')`;

/** Votes as everybody sees them: from the notice on, without a name of anybody who voted or who works on them. */
@Injectable()
export class PublicVoteQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly results: ResultsService,
    private readonly turnouts: TurnoutService,
  ) {}

  /** @throws DomainError `request.not-found` */
  async list(cityCode: string, { compound, name, after, limit }: PublicFilter): Promise<Page<AssemblyBrief>> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.snapshot({ cityId }, async (manager) => {
      const rows = await manager.query<BriefRow[]>(
        `${SELECT_BRIEF} WHERE t.city_id = $1 AND ${NOTICED} AND ($2::uuid IS NULL OR t.compound_id = $2)
           AND ($3::text IS NULL OR strpos(lower(v.name), lower($3)) > 0) AND ($4::uuid IS NULL OR t.id < $4)
           ORDER BY t.id DESC LIMIT $5`,
        [cityId, compound, name?.trim() ?? null, after, size + 1],
      );
      return pageOf(rows.map(briefOf), size, ({ id }) => id);
    });
  }

  /** @throws DomainError `request.not-found`, `assembly.not-found` */
  async one(cityCode: string, id: string): Promise<PublicVoteResponse> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    return this.database.snapshot({ cityId }, async (manager) => {
      const file = await this.files.readNoticed(manager, cityId, id);
      const [row] = await manager.query<BriefRow[]>(`${SELECT_BRIEF} WHERE t.city_id = $1 AND t.id = $2`, [cityId, id]);
      const result = isPublished(file) ? await this.results.of(manager, file) : null;
      const { organiserBasis, building, stairway, form, place } = file.assembly;
      const isOver = file.state !== 'noticed' && file.state !== 'open';
      return {
        ...briefOf(row as BriefRow),
        ...{
          organiserBasis,
          building,
          stairway,
          form,
          place,
          rules: PublishedRulesResponse.from(file.assembly.rules),
          steps: toldSteps(file),
        },
        motions: toldMotions(file, result),
        daysLeft: isOver || !file.window ? null : daysLeft(this.clock.today(), daysOf(file.window).closesOn),
        turnout: await this.turnoutOf(manager, file),
        result: result && toldResult(result),
        objections: await this.objectionsOf(manager, file),
        earlyLook: await earlyLookOf(manager, file.assembly),
        stoppages: await stoppagesOf(manager, file.assembly),
        announcement: await announcementOf(manager, file, this.clock.today()),
      };
    });
  }

  /** While a vote runs and until its result is published, which then tells the exact sums. */
  private async turnoutOf(manager: EntityManager, file: AssemblyFile): Promise<PublicTurnoutResponse | null> {
    if (file.state !== 'open' && file.state !== 'closed' && file.state !== 'certified') return null;
    const { heads, area } = publicTurnout(await this.turnouts.standing(manager, file));
    return { heads, area: area && { ...area } };
  }

  private async objectionsOf(manager: EntityManager, file: AssemblyFile): Promise<PublicObjections | null> {
    const after = await afterDaysOf(manager, file);
    if (!after) return null;
    const { objectUntil, shownUntil } = after;
    const isOver = file.state === 'filed';
    return { until: objectUntil, shownUntil, daysLeft: isOver ? null : daysLeft(this.clock.today(), objectUntil) };
  }
}
