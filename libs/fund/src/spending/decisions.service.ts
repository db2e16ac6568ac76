import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { yuanText } from '../domain/fen.js';
import { DecisionPapers, type NamedDecision } from './decision-papers.js';
import { requireDeed } from './project-file.js';
import { ProjectDesk } from './project-desk.js';

/** 决策 of a project of the fund. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly desk: ProjectDesk,
    private readonly papers: DecisionPapers,
  ) {}

  /**
   * Names what allows a project.
   * @throws DomainError `project.decision-…`, `project.emergency-unconfirmed`, `project.step-refused`
   */
  async name(principal: Principal, projectId: string, named: NamedDecision): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, projectId);
      requireDeed(project, 'decision');
      // 民法典 281 第二款: an emergency is not voted on, and needs whoever confirms it instead.
      if (project.emergency !== null && named.kind !== 'act') throw new DomainError('project.emergency-unconfirmed');
      const purpose = { compoundId: project.compound.id, use: project.use };
      const decision = await this.papers.lay(manager, principal, { purpose, named });
      const note = `${decision.document}，${yuanText(decision.amount)} 元`;
      await this.desk.steps.add(manager, principal, projectId, { step: 'decision', decisionId: decision.id, note });
    });
  }
}
