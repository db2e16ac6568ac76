import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { worksFor } from '../bodies/bodies.js';
import { ActQueries } from '../acts/acts.queries.js';
import { CaseLookups } from '../acts/cases/case-lookups.js';
import { CaseSteps } from '../acts/cases/case-steps.js';
import { drawSample } from '../domain/acts/sample.js';
import { officeName } from '../domain/body.js';
import type { SampleResponse } from './supervision.dto.js';

/** Among how many papers a sample is drawn at most. */
const LARGEST_DRAW = 20_000;

/** What an office above does about the acts of those below: draw some, and instruct. Annulling is a revocation. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly database: Database,
    private readonly lookups: CaseLookups,
    private readonly steps: CaseSteps,
    private readonly queries: ActQueries,
  ) {}

  /** Draws issued papers by a seed. @throws DomainError `area.not-found` */
  async sample(
    principal: Principal,
    drawn: {
      readonly area: string | null;
      readonly power: string | null;
      readonly seed: string;
      readonly size: number;
    },
  ): Promise<SampleResponse> {
    const ids = await this.queries.issuedIds(principal, drawn, LARGEST_DRAW);
    const items = await this.queries.briefs(principal, drawSample(ids, drawn.size, drawn.seed));
    return { seed: drawn.seed, among: ids.length, items: [...items] };
  }

  /**
   * Tells the acting office what to do; it stands in the case for everybody to see.
   * @throws DomainError `act.not-found`, `delegation.not-yours`
   */
  async instruct(principal: Principal, id: string, text: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const file = await this.lookups.files.lock(manager, principal, id);
      const bodies = [...(await this.lookups.bodies.all(manager, principal.cityId)).values()];
      const above = bodies
        .filter((body) => body.areaId !== file.body.areaId && file.body.path.startsWith(body.path))
        .sort((one, other) => other.path.length - one.path.length);
      const body = above.find((each) => worksFor(principal, 'act.write', each));
      if (!body) throw new DomainError('delegation.not-yours', { body: `${officeName(file.body)}的上级机关` });
      await this.steps.add(manager, principal, file, { step: 'instruction', note: text, body });
    });
  }
}
