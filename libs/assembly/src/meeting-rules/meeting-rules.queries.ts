import type { Day } from '#libs/kernel';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { MeetingRules } from './meeting-rules.entity.js';

/** The version that holds in a compound on a day; null where none was laid down. */
export async function meetingRulesOn(
  manager: EntityManager,
  { cityId, compoundId }: { readonly cityId: number; readonly compoundId: string },
  day: Day,
): Promise<MeetingRules | null> {
  const where = { cityId, compoundId, effectiveFrom: LessThanOrEqual(day) };
  return manager.findOne(MeetingRules, { where, order: { effectiveFrom: 'DESC' } });
}
