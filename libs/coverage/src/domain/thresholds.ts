import type { Day } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';

/** The day of an audit and what the rule pack makes of it; worked out once, compared many times. */
export interface Thresholds {
  readonly asOf: Day;
  readonly signDays: number;
  readonly emergencyMonths: number;
  readonly freshMonths: number;
  readonly fewMembersDays: number;
  readonly inactivityMonths: number;
  readonly filingDays: number;
  readonly filingGraceDays: number;
  readonly pmcTermMonths: number;
  readonly committeeLeast: number;
  readonly pmcLeast: number;
  readonly ownBranchLeast: number;
}

/** The thresholds of the pack on a day. */
export function thresholdsOn(pack: RulePack, asOf: Day): Thresholds {
  const value = (key: string): number => ruleValueOn(pack, key, asOf).value;
  return {
    asOf,
    signDays: value('coverage.service-sign.days'),
    emergencyMonths: value('coverage.emergency.months'),
    freshMonths: value('coverage.evidence-age.months'),
    fewMembersDays: value('coverage.few-members.days'),
    inactivityMonths: value('coverage.inactivity.months'),
    filingDays: value('coverage.filing.days'),
    filingGraceDays: value('coverage.filing-grace.days'),
    pmcTermMonths: value('coverage.pmc-term.months'),
    committeeLeast: value('committee.members.least'),
    pmcLeast: value('pmc.members.least'),
    ownBranchLeast: value('party.own-branch.members'),
  };
}
