import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditLine } from './audit-line.entity.js';

/** By which words people know things of one kind, by id; what is not found has none. */
type LabelsOf = (
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** What a line of the audit log is about, told as people call it instead of by a long number. */
@Injectable()
export class SubjectLabels {
  private readonly kinds = new Map<string, LabelsOf>();

  /** A library says here, when its module starts, how things of a kind of its own are called. */
  register(kind: string, labels: LabelsOf): void {
    this.kinds.set(kind, labels);
  }

  /** The labels of what these lines are about, by `kind:id`: one question for each kind, however many lines. */
  async of(manager: EntityManager, cityId: number, lines: readonly AuditLine[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const [kind, labels] of this.kinds) {
      const own = lines.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
      for (const [id, label] of await labels(manager, cityId, [...new Set(own)])) found.set(`${kind}:${id}`, label);
    }
    return found;
  }
}
