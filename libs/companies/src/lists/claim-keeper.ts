import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/kernel';
import type { ImportContext, UndoContext } from '#libs/platform';
import { ClaimsService, type ClaimMode, type ClaimTarget, type NewClaim } from '#libs/registry';
import { withoutRepeatedClaims, type ClaimDraft } from '../domain/rows/claim-draft.js';
import { knownClaims, saysSomethingNew } from '../domain/rows/known-claims.js';
import type { RowIssue } from '../domain/rows/row-issue.js';

/** Claims of one list about subjects of one kind. */
export interface ToldClaims<Mode extends ClaimMode> {
  readonly target: ClaimTarget;
  readonly subjectKind: NewClaim['subjectKind'];
  readonly claims: readonly ClaimDraft<Mode>[];
}

export interface KeptClaims {
  readonly issues: readonly RowIssue[];
  readonly unchanged: readonly number[];
  /** Subjects of which something new is claimed. */
  readonly subjectIds: readonly string[];
}

/** Keeps what lists claim; a list that claims again what it claimed before changes nothing. */
@Injectable()
export class ClaimKeeper {
  constructor(private readonly claims: ClaimsService) {}

  async keep<Mode extends ClaimMode>(context: ImportContext, told: ToldClaims<Mode>): Promise<KeptClaims> {
    const issues: RowIssue[] = [];
    const single = withoutRepeatedClaims<Mode, ClaimDraft<Mode>>(told.claims, issues);
    const { manager, principal, importId, asOf, now } = context;
    const subjectIds = [...new Set(single.claims.flatMap((claim) => claim.subjectIds))];
    const known = knownClaims(await this.read(context, told.target, subjectIds));
    const unchanged = [...single.repeats];
    const fresh: NewClaim[] = [];
    for (const { row, mode, words, subjectIds: ids } of single.claims) {
      const news = ids.filter((id) => saysSomethingNew(known.get(id) ?? [], { mode, words, asOf }));
      if (news.length === 0) unchanged.push(row);
      const { target, subjectKind } = told;
      fresh.push(
        ...news.map((subjectId) => ({ target, subjectKind, subjectId, mode, words, asOf, importId, importRow: row })),
      );
    }
    await this.claims.record(manager, { cityId: principal.cityId, at: now }, fresh);
    return { issues, unchanged, subjectIds: [...new Set(fresh.map((claim) => claim.subjectId))] };
  }

  /** Takes back what an import claimed. @returns the subjects it spoke of */
  async undo(context: UndoContext): Promise<readonly string[]> {
    const { manager, principal, run, now } = context;
    const rows = await manager.query<{ id: string }[]>(
      'SELECT DISTINCT subject_id AS id FROM claim WHERE city_id = $1 AND import_id = $2',
      [principal.cityId, run.id],
    );
    await this.claims.undo(
      manager,
      { cityId: principal.cityId, at: now },
      { importId: run.id, wroteAt: run.startedAt },
    );
    return rows.map((row) => row.id);
  }

  private async read(
    { manager, principal }: ImportContext,
    target: ClaimTarget,
    subjectIds: readonly string[],
  ): Promise<{ subjectId: string; mode: string; words: string; asOf: Day }[]> {
    return await manager.query<{ subjectId: string; mode: string; words: string; asOf: Day }[]>(
      `SELECT subject_id AS "subjectId", mode, words, as_of::text AS "asOf" FROM claim
       WHERE city_id = $1 AND target = $2 AND subject_id = ANY($3::uuid[]) AND superseded_at IS NULL`,
      [principal.cityId, target, subjectIds],
    );
  }
}
