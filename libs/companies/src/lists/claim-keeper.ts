import { Injectable } from '@nestjs/common';
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
    const standing = await this.claims.standing(manager, principal.cityId, { target: told.target, subjectIds });
    const known = knownClaims(standing);
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
    const writing = { cityId: principal.cityId, at: now };
    return this.claims.undo(manager, writing, { importId: run.id, wroteAt: run.startedAt });
  }
}
