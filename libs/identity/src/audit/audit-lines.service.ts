import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLine, Database, DEFAULT_LIMIT, pageOf, SubjectLabels, type Page, type PageQuery } from '#libs/platform';
import { Receipts, type Receipt } from '#libs/transparency';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { reachesCity } from '../grants/granting.policy.js';
import { peopleWhollyWithin } from '../people/people.queries.js';

/** Which lines are asked for. */
export interface AuditFilter extends PageQuery {
  /** `kind` or `kind:id`. */
  readonly subject?: string;
  readonly actor?: string;
  readonly action?: string;
}

/** A line with what people call the thing it is about, where they call it anything. */
export interface ToldLine {
  readonly line: AuditLine;
  readonly label: string | null;
}

/**
 * Reading the audit log, newest line first. A city-wide grant sees every line of the city. Anybody else sees their own
 * lines and those of people all of whose grants, past ones included, lie inside the caller's scope: a line says what
 * its actor did, so it belongs where the actor works, and somebody who also works elsewhere is judged from above.
 */
@Injectable()
export class AuditLinesService {
  constructor(
    private readonly database: Database,
    private readonly subjects: GrantSubjects,
    private readonly receipts: Receipts,
    private readonly labels: SubjectLabels,
  ) {}

  async list(principal: Principal, filter: AuditFilter): Promise<Page<ToldLine>> {
    const { after } = filter;
    const limit = filter.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const query = await this.visible(manager, principal);
      if (after !== undefined) query.andWhere('line.id < :after', { after });
      const [kind, ...id] = filter.subject?.split(':') ?? [];
      if (kind) query.andWhere('line.subjectKind = :kind', { kind });
      if (id.length > 0) query.andWhere('line.subjectId = :subjectId', { subjectId: id.join(':') });
      if (filter.actor) query.andWhere('line.actorId = :actor', { actor: filter.actor });
      if (filter.action) query.andWhere('line.action = :action', { action: filter.action });
      const rows = await query
        .orderBy('line.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      const page = pageOf(rows, limit, ({ id: cursor }) => cursor);
      const labels = await this.labels.of(manager, principal.cityId, page.items);
      const labelOf = ({ subjectKind, subjectId }: AuditLine): string | null =>
        labels.get(`${subjectKind}:${subjectId}`) ?? null;
      return { ...page, items: page.items.map((line) => ({ line, label: labelOf(line) })) };
    });
  }

  /** What whoever may read a line can hold against the log. @throws DomainError `request.not-found` */
  async receipt(principal: Principal, id: string): Promise<Receipt> {
    return this.database.transaction(principal, async (manager) => {
      const query = await this.visible(manager, principal);
      if (!(await query.andWhere('line.id = :id', { id }).getExists()))
        throw new DomainError('request.not-found', { what: '这条操作留痕' });
      return this.receipts.of(manager, principal, { kind: 'audit-line', id });
    });
  }

  private async visible(manager: EntityManager, principal: Principal): Promise<SelectQueryBuilder<AuditLine>> {
    const query = manager.createQueryBuilder(AuditLine, 'line').where('line.cityId = :cityId', principal);
    if (reachesCity(principal, 'audit.read')) return query;
    const people = await peopleWhollyWithin(manager, this.subjects, principal, 'audit.read');
    return query.andWhere(`line.actorKind = 'user' AND line.actorId = ANY(:people)`, {
      people: [...people, principal.actor.id],
    });
  }
}
