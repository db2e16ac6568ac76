import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import { DomainError, type Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { daysOf, stepOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { announcementOn, type Announcement } from '../domain/counting/announcement.js';
import { daysAfter, limitsOn, type AfterDays, type Limits } from '../domain/assembly/timetable.js';
import { objectionsOf } from '../objections/objections.queries.js';

/** The days that run from the publication of a result; null before it. */
export async function afterDaysOf(manager: EntityManager, file: AssemblyFile): Promise<AfterDays | null> {
  const [publication, notice] = [stepOf(file, 'publication'), stepOf(file, 'notice')];
  if (!publication || !notice || !file.window) return null;
  const limits = limitsOn(await rulesOfCity(manager, file.assembly.cityId), notice.onDay);
  const isWorkingDay = (day: Day): boolean => STATE_COUNCIL_CALENDAR.isWorkingDay(day);
  return daysAfter(daysOf(file.window).closesOn, publication.onDay, { limits, isWorkingDay });
}

/** By when a result has to be published, once its vote is over; null before, and for what nobody publishes. */
export async function announcementOf(
  manager: EntityManager,
  file: AssemblyFile,
  today: Day,
): Promise<Announcement | null> {
  const [publication, notice, { window, assembly, state }] = [
    stepOf(file, 'publication'),
    stepOf(file, 'notice'),
    file,
  ];
  if (!window || !notice || assembly.isRehearsal || state === 'cancelled') return null;
  const { closesOn } = daysOf(window);
  if (today < closesOn || state === 'open' || state === 'noticed') return null;
  const limits = limitsOn(await rulesOfCity(manager, assembly.cityId), notice.onDay);
  return announcementOn(announceBy(closesOn, limits), publication?.onDay ?? null, today);
}

/** The last day on which a result is published in time, of a vote that ended on a day. */
export function announceBy(closesOn: Day, limits: Limits): Day {
  return daysAfter(closesOn, closesOn, { limits, isWorkingDay: (day) => STATE_COUNCIL_CALENDAR.isWorkingDay(day) })
    .announceBy;
}

/**
 * A result is filed once nobody can object any more, and everybody who did was answered; how long that takes is a value
 * of the city (`assembly.result-objection.days`).
 * @throws DomainError `filing.objections-run`, `filing.objection-open`
 */
export async function requireUnopposed(manager: EntityManager, file: AssemblyFile, today: Day): Promise<void> {
  const open = (await objectionsOf(manager, file.assembly, 'result')).filter(({ answer }) => answer === null);
  if (open.length > 0) throw new DomainError('filing.objection-open', { count: open.length });
  const after = await afterDaysOf(manager, file);
  if (after && today <= after.objectUntil) throw new DomainError('filing.objections-run', { until: after.objectUntil });
}
