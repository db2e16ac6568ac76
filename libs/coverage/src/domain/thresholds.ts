import { addDays, addMonths, type Day } from '#libs/kernel';
import { packChangesOn, ruleValueOn, type RulePack } from '#libs/law';

/** A time limit of the rule pack. Days repeat a thousand times in a city, so each is worked out once. */
export class Limit {
  private readonly passed = new Map<Day, Day>();

  constructor(
    readonly length: number,
    private readonly add: (day: Day, length: number) => Day,
  ) {}

  /** The first day on which the limit, counted from this day, has passed: 90 days from day 0 have passed on day 91. */
  passedOn(from: Day): Day {
    let day = this.passed.get(from);
    if (day === undefined) {
      day = addDays(this.add(from, this.length), 1);
      this.passed.set(from, day);
    }
    return day;
  }
}

/** The day of an audit and the limits that the rule pack sets on it. */
export interface Thresholds {
  readonly asOf: Day;
  /** The next day on which the rule pack itself may say something else, or null. */
  readonly changesOn: Day | null;
  /** After the last day of a paper nothing is left: no grace. */
  readonly lastDay: Limit;
  readonly sign: Limit;
  readonly emergency: Limit;
  readonly fresh: Limit;
  readonly fewMembers: Limit;
  readonly inactivity: Limit;
  readonly filing: Limit;
  readonly filingWithGrace: Limit;
  readonly pmcTerm: Limit;
  /** So long after its delivery a compound is told apart as new. */
  readonly newlyDelivered: Limit;
  readonly committeeLeast: number;
  readonly pmcLeast: number;
  readonly ownBranchLeast: number;
}

/** The thresholds of the pack on a day. @throws DomainError `law.no-value` when the pack is silent on one */
export function thresholdsOn(pack: RulePack, asOf: Day): Thresholds {
  const value = (key: string): number => ruleValueOn(pack, key, asOf).value;
  const days = (length: number): Limit => new Limit(length, addDays);
  const months = (key: string): Limit => new Limit(value(key), addMonths);
  const filing = value('coverage.filing.days');
  return {
    asOf,
    changesOn: packChangesOn(pack, asOf),
    lastDay: days(0),
    sign: days(value('coverage.service-sign.days')),
    emergency: months('coverage.emergency.months'),
    fresh: months('coverage.evidence-age.months'),
    fewMembers: days(value('coverage.few-members.days')),
    inactivity: months('coverage.inactivity.months'),
    filing: days(filing),
    filingWithGrace: days(filing + value('coverage.filing-grace.days')),
    pmcTerm: months('coverage.pmc-term.months'),
    newlyDelivered: months('coverage.newly-delivered.months'),
    committeeLeast: value('committee.members.least'),
    pmcLeast: value('pmc.members.least'),
    ownBranchLeast: value('party.own-branch.members'),
  };
}
