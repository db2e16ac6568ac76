import { Injectable } from '@nestjs/common';
import { addDays, type Day, type Principal } from '#libs/kernel';
import { Database, type Language } from '#libs/platform';
import type { CoverageQuestion } from '../answers/coverage-question.js';
import { CoverageService } from '../answers/coverage.service.js';
import { reasonResponse } from '../answers/gaps.service.js';
import { subjectNames } from '../answers/subject.queries.js';
import { isBelow } from '../domain/area-index.js';
import { AuditState } from '../domain/audit-state.js';
import { lapsesUntil, type JudgeOn } from '../domain/lapse.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { companyFacts, compoundFacts } from '../facts/assemble.js';
import { rulesKnown } from '../rule-values/rules-known.js';
import type { LapseResponse } from './coverage-board.dto.js';

/** 到期预警: what will lapse within so many days, if nobody acts. */
@Injectable()
export class LapsesService {
  constructor(
    private readonly coverage: CoverageService,
    private readonly database: Database,
  ) {}

  async within(
    principal: Principal,
    question: CoverageQuestion,
    ahead: { readonly days: number; readonly language: Language },
  ): Promise<readonly LapseResponse[]> {
    const { audited, node, moment } = await this.coverage.ask(principal, question);
    const { state } = audited;
    const { areas, on } = state;
    const last = addDays(moment.asOf, ahead.days);
    const due = state.dueBy(last).filter((id) => isBelow(areas, state.nodeAt(state.placeOf(id) as number), node));
    return this.database.transaction(principal, async (manager) => {
      const source = { manager, cityId: principal.cityId, moment };
      const companies = await companyFacts(source);
      const facts = await compoundFacts(source, due);
      const pack = await rulesKnown(source);
      const names = await subjectNames(source, due, []);
      const days = new Map<Day, AuditState>();
      const judge: JudgeOn = (compound, day) => {
        const state = days.get(day) ?? new AuditState(areas, thresholdsOn(pack, day), companies);
        days.set(day, state);
        return state.judge(compound);
      };
      const lapses = facts.flatMap((compound) =>
        lapsesUntil(compound, on, last, judge).map(({ day, target, from, to, reason }) => ({
          day,
          target,
          from,
          to,
          subject: { id: compound.id, name: names.get(compound.id)?.name ?? '' },
          reason: reason ? reasonResponse(reason, ahead.language).message : '',
        })),
      );
      return lapses.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    });
  }
}

function orderOf(lapse: LapseResponse): string {
  return `${lapse.day}${lapse.target}${lapse.subject.id}`;
}
