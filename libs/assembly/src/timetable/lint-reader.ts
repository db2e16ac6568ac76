import { Injectable } from '@nestjs/common';
import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import type { Day } from '#libs/kernel';
import { Clock, fillTemplate } from '#libs/platform';
import { RosterService } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { withOwnNotice } from '../domain/assembly/meeting-rules.js';
import { limitsOn } from '../domain/assembly/timetable.js';
import { findingText, type Finding } from '../domain/lint/findings.js';
import { lint, type LintRoll } from '../domain/lint/lint.js';
import type { LintMotion } from '../domain/lint/motion-lint.js';
import { meetingRulesOn } from '../meeting-rules/meeting-rules.queries.js';
import type { MotionRow } from '../motions/motion.entity.js';
import { daysOf, stepOf, type AssemblyFile, type VotingWindow } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';

/** A finding as people read it. */
export interface ToldFinding {
  readonly code: string;
  readonly severity: 'blocks' | 'warns';
  readonly sentence: string;
  readonly fix: string;
  readonly motionId: string | null;
}

function inLanguage(params: Finding['params'], language: 'zh' | 'en'): Readonly<Record<string, unknown>> {
  const told = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value[language] : value,
  ]);
  return Object.fromEntries(told) as Readonly<Record<string, unknown>>;
}

export function toldFinding({ code, severity, motionId, params }: Finding, language: 'zh' | 'en'): ToldFinding {
  const { sentence, fix } = findingText(code);
  const words = inLanguage(params, language);
  return {
    ...{ code, severity, motionId },
    sentence: fillTemplate(sentence[language], words),
    fix: fillTemplate(fix[language], words),
  };
}

function lintMotion(motion: MotionRow, owners: ReadonlySet<string>): LintMotion {
  const { id, title, body, kind, matters, votingClass, offered, seats } = motion;
  const candidates = (motion.candidates ?? []).map(({ name, note, isDeclared = false }) => {
    return { name, note, isDeclared, isOwner: owners.has(name) };
  });
  return { id, title, body, kind, matters, votingClass, offered, seats, candidates };
}

/** Gathers what the lint looks at. */
@Injectable()
export class LintReader {
  constructor(
    private readonly clock: Clock,
    private readonly roster: RosterService,
  ) {}

  /** @param planned the days that a notice would name; left out, those that it named, or today */
  async findings(
    manager: EntityManager,
    file: AssemblyFile,
    planned: VotingWindow | null,
  ): Promise<readonly Finding[]> {
    const { assembly, motions, window } = file;
    const today = this.clock.today();
    const noticeOn = file.ruledOn ?? today;
    const days = window ?? planned;
    const { opensOn, closesOn } = days ? daysOf(days) : { opensOn: today, closesOn: today };
    const notice = stepOf(file, 'notice');
    const { organiser, isFirst, organiserBasis } = assembly;
    const names = motions.flatMap(({ candidates }) => (candidates ?? []).map(({ name }) => name));
    const asked = { compoundId: assembly.compoundId, on: noticeOn, names };
    const owners =
      names.length === 0 ? new Set<string>() : await this.roster.ownersNamed(manager, assembly.cityId, asked);
    const { petition } = assembly;
    return lint({
      organiser: { organiser, isFirst, bodies: await this.bodies(manager, file, noticeOn), basis: organiserBasis },
      ...{ rules: assembly.rules, isRehearsal: assembly.isRehearsal },
      rulesInForce: await meetingRulesOn(manager, assembly, { day: noticeOn, before: notice?.at ?? null }),
      petition: petition && {
        ...{ heads: petition.heads, headsOfAll: petition.headsOfAll },
        ...{ weight: BigInt(petition.weight), weightOfAll: BigInt(petition.weightOfAll) },
      },
      limits: withOwnNotice(limitsOn(await rulesOfCity(manager, assembly.cityId), noticeOn), assembly.rules.laidDown),
      motions: motions.map((motion) => lintMotion(motion, owners)),
      roll: await this.roll(manager, file),
      ...{ noticeOn, opensOn, closesOn },
      noticedMotionIds: notice ? (notice.detail.motionIds as string[]) : null,
      isWorkingDay: (day) => STATE_COUNCIL_CALENDAR.isWorkingDay(day),
    });
  }

  /** What a refusal tells: how many findings, and the first one with its remedy. */
  refusal(blocking: readonly Finding[]): Readonly<Record<string, unknown>> {
    const [first] = blocking;
    if (!first) return {};
    const told = { zh: toldFinding(first, 'zh'), en: toldFinding(first, 'en') };
    return {
      count: blocking.length,
      codes: blocking.map(({ code }) => code),
      finding: { zh: told.zh.sentence, en: told.en.sentence },
      fix: { zh: told.zh.fix, en: told.en.fix },
    };
  }

  private async bodies(manager: EntityManager, { assembly }: AssemblyFile, on: Day): Promise<('committee' | 'pmc')[]> {
    const rows = await manager.query<{ kind: 'committee' | 'pmc' }[]>(
      `SELECT DISTINCT c.kind FROM committee c
       JOIN committee_compound l ON l.city_id = c.city_id AND l.committee_id = c.id
       WHERE c.city_id = $1 AND l.compound_id = $2 AND c.superseded_at IS NULL AND c.kind IN ('committee', 'pmc')
         AND c.effective_from <= $3 AND (c.effective_to IS NULL OR c.effective_to >= $3)`,
      [assembly.cityId, assembly.compoundId, on],
    );
    return rows.map(({ kind }) => kind);
  }

  private async roll(manager: EntityManager, { assembly }: AssemblyFile): Promise<LintRoll | null> {
    const [row] = await manager.query<LintRoll[]>(
      `SELECT (SELECT min(f.frozen_on)::text FROM roll_version f WHERE f.city_id = v.city_id
            AND f.assembly_id = v.assembly_id) AS "frozenOn", v.parties,
         (SELECT count(*)::int FROM roll_entry e WHERE e.city_id = v.city_id AND e.assembly_id = v.assembly_id
            AND e.version = v.version AND e.doubts <> '{}') AS doubts,
         (SELECT count(*)::int FROM assembly_objection o WHERE o.city_id = v.city_id
            AND o.assembly_id = v.assembly_id AND o.kind = 'roll' AND NOT EXISTS (SELECT 1 FROM objection_answer a
              WHERE a.city_id = o.city_id AND a.objection_id = o.id)) AS "objectionsOpen"
       FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2 ORDER BY v.version DESC LIMIT 1`,
      [assembly.cityId, assembly.id],
    );
    return row ?? null;
  }
}
