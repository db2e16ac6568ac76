import { Injectable } from '@nestjs/common';
import { addDays, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { CoverageQuestion } from '../answers/coverage-question.js';
import { CoverageService } from '../answers/coverage.service.js';
import { Auditor } from '../audits/auditor.js';
import { COVERAGE_PACK } from '#libs/law';
import { isBelow } from '../domain/area-index.js';
import { AuditState, COMPOUND_TARGETS } from '../domain/audit-state.js';
import { countsOn, pack } from '../domain/counts.js';
import type { State, Target } from '../domain/state.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { companyFacts } from '../facts/assemble.js';
import { subjectNames } from '../answers/subject.queries.js';

/** A verdict that will be lost on a day if nothing is done. */
export interface Lapse {
  readonly day: Day;
  readonly target: Target;
  readonly subject: { readonly id: string; readonly name: string };
  readonly from: State;
  readonly to: State;
}

/** 到期预警: what will lapse within so many days, if nobody acts. */
@Injectable()
export class LapsesService {
  constructor(
    private readonly coverage: CoverageService,
    private readonly database: Database,
    private readonly auditor: Auditor,
  ) {}

  async within(principal: Principal, question: CoverageQuestion, days: number): Promise<readonly Lapse[]> {
    const { audited, node, moment } = await this.coverage.ask(principal, question);
    const { state } = audited;
    const last = addDays(moment.asOf, days);
    const due = state.dueBy(last).filter((id) => isBelow(state.areas, state.nodes[state.placeOf(id) ?? 0] as number, node));
    return this.database.transaction(principal, async (manager) => {
      const source = { manager, cityId: principal.cityId, moment };
      const facts = await this.auditor.factsOf(source, due);
      const companies = await companyFacts(source);
      const names = await subjectNames(source, due, []);
      const onDay = new Map<Day, AuditState>();
      const lapses: Lapse[] = [];
      for (const each of facts) {
        let before = state.judge(each);
        for (let day = nextDay(before); day !== null && day <= last; day = nextDay(before)) {
          const later = onDay.get(day) ?? new AuditState(state.areas, thresholdsOn(COVERAGE_PACK, day), companies);
          onDay.set(day, later);
          const after = later.judge(each);
          for (const target of COMPOUND_TARGETS) {
            const lost = countsOn(pack(before[target]), 'strict') && !countsOn(pack(after[target]), 'strict');
            const subject = { id: each.id, name: names.get(each.id)?.name ?? '' };
            if (lost) lapses.push({ day, target, subject, from: before[target].state, to: after[target].state });
          }
          before = after;
        }
      }
      return lapses.sort((a, b) => (a.day + a.target + a.subject.id < b.day + b.target + b.subject.id ? -1 : 1));
    });
  }
}

function nextDay(verdicts: ReturnType<AuditState['judge']>): Day | null {
  const days = COMPOUND_TARGETS.map((target) => verdicts[target].nextChangeOn).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
