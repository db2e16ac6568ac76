import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, FileStore, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { dueRules, type DueRule } from './domain/categories.js';
import { Erasure } from './erasure.entity.js';
import { dueVotes, filesOf, type DueVote } from './due-votes.js';

/** What went, or would go. */
export interface ErasedLine extends DueRule {
  readonly vote: DueVote | null;
  readonly records: number;
  readonly files: number;
}

/** A file whose row is gone; its bytes follow once that is certain. */
interface GoneFile {
  readonly sha256: string;
}

interface Erasing {
  readonly due: DueRule;
  readonly dry: boolean;
  readonly gone: GoneFile[];
}

const BEFORE = `($1::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
const PAPERS_OF_OBJECTORS = `SELECT id, sha256 FROM papers_of_objectors(${BEFORE}) ORDER BY id`;
const OBJECTORS = `SELECT erase_objectors(${BEFORE}, $2) AS records`;

/** 到期销毁: erases what its days have ended, with a list of what went; a hold or an open objection stops it. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: FileStore,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns what went; with `dry` what would, and nothing is changed */
  async run(principal: Principal, { dry }: { readonly dry: boolean }): Promise<readonly ErasedLine[]> {
    const gone: GoneFile[] = [];
    const lines = await this.database.transaction(principal, async (manager) => {
      gone.length = 0;
      const { cityId } = principal;
      if (!dry) await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('retention:' || $1, 0))`, [cityId]);
      const found: ErasedLine[] = [];
      for (const due of dueRules(await rulesOfCity(manager, cityId), this.clock.today())) {
        found.push(...(await this.erase(manager, principal, { due, dry, gone })));
      }
      return found;
    });
    for (const { sha256 } of gone) await this.store.remove(principal.cityId, sha256);
    return lines;
  }

  private async erase(
    manager: EntityManager,
    principal: Principal,
    { due, dry, gone }: Erasing,
  ): Promise<readonly ErasedLine[]> {
    if (due.category === 'objectors') return this.objectors(manager, principal, { due, dry, gone });
    if (due.category !== 'votes') {
      const records = await this.records(manager, due, { subject: null, dry });
      return this.told(manager, principal, dry, { ...due, vote: null, records, files: 0 });
    }
    const lines: ErasedLine[] = [];
    for (const vote of await dueVotes(manager, principal.cityId, due.before)) {
      if (vote.isHeld) continue;
      const files = await filesOf(manager, principal.cityId, vote.id);
      const records = await this.records(manager, due, { subject: vote.id, dry });
      const erased = await this.filesGone(manager, files, { due, dry, gone });
      lines.push(...(await this.told(manager, principal, dry, { ...due, vote, records, files: erased })));
    }
    return lines;
  }

  /** Who objected, with their papers; what was said stays. */
  private async objectors(
    manager: EntityManager,
    principal: Principal,
    { due, dry, gone }: Erasing,
  ): Promise<readonly ErasedLine[]> {
    const before = [due.before];
    const papers = await manager.query<{ id: string; sha256: string }[]>(PAPERS_OF_OBJECTORS, before);
    const [row] = await manager.query<{ records: string }[]>(OBJECTORS, [...before, dry]);
    const files = await this.filesGone(manager, papers, { due, dry, gone });
    return this.told(manager, principal, dry, { ...due, vote: null, records: Number(row?.records ?? 0), files });
  }

  /** Rows of files that nothing else shows. @returns how many went */
  private async filesGone(
    manager: EntityManager,
    files: readonly { readonly id: string; readonly sha256: string }[],
    { due, dry, gone }: Erasing,
  ): Promise<number> {
    let erased = 0;
    for (const { id, sha256 } of files) {
      const isGone = (await this.records(manager, { ...due, category: 'file' }, { subject: id, dry })) > 0;
      if (isGone) erased += 1;
      if (isGone && !dry) gone.push({ sha256 });
    }
    return erased;
  }

  private async records(
    manager: EntityManager,
    { category, before }: { readonly category: string; readonly before: string },
    { subject, dry }: { readonly subject: string | null; readonly dry: boolean },
  ): Promise<number> {
    const [row] = await manager.query<{ records: string }[]>(
      `SELECT erase_records($1, ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai', $3, $4) AS records`,
      [category, before, subject, dry],
    );
    return Number(row?.records ?? 0);
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    dry: boolean,
    line: ErasedLine,
  ): Promise<readonly ErasedLine[]> {
    // A vote without a row is listed too, or it would be looked at again every day.
    if (line.records === 0 && line.vote === null) return [];
    if (dry) return [line];
    const { category, before, vote, records, files, rule } = line;
    const row = {
      ...{ cityId: principal.cityId, id: this.ids.next(), at: this.clock.now(), onDay: this.clock.today() },
      ...{ category, assemblyId: vote?.id ?? null, records: String(records), files, beforeDay: before },
      ...{ ruleKey: rule.key, ruleValue: rule.value, ruleUnit: rule.unit },
      ...{ ruleSource: rule.source, ruleArticle: rule.article, byName: principal.actor.name },
    };
    await manager.insert(Erasure, row);
    await this.auditLog.record(manager, principal, {
      ...{ action: 'retention.erase', subjectKind: 'erasure', subjectId: row.id },
      after: { category, records, files, before, rule: rule.key },
      legalBasis: `${rule.source}${rule.article}`,
    });
    return [line];
  }
}
