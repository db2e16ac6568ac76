import type { Day } from '#libs/kernel';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { MeetingRules } from './meeting-rules.entity.js';

/** The version that holds in a compound on a day, of those laid down before an instant; null where there is none. */
export async function meetingRulesOn(
  manager: EntityManager,
  { cityId, compoundId }: { readonly cityId: number; readonly compoundId: string },
  { day, before }: { readonly day: Day; readonly before: Date | null },
): Promise<MeetingRules | null> {
  const known = before === null ? {} : { at: LessThanOrEqual(before) };
  const where = { cityId, compoundId, effectiveFrom: LessThanOrEqual(day), ...known };
  return manager.findOne(MeetingRules, { where, order: { effectiveFrom: 'DESC' } });
}
