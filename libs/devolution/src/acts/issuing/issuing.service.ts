import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { requireStaffOf, worksFor } from '../../bodies/bodies.js';
import { officeName, type Body } from '../../domain/body.js';
import { dutyFault } from '../../domain/acts/separation-of-duties.js';
import { ActRecords, type IssuedAct } from './act-records.js';
import type { CaseFile } from '../cases/case-file.js';
import { CaseLookups } from '../cases/case-lookups.js';
import { CaseSteps } from '../cases/case-steps.js';
import { PaperWriter } from './paper-writer.js';
import { ActIssue, type NewIssue } from '../tables/act-issue.entity.js';
import { ActRecord } from '../tables/act-record.entity.js';

/** Signing a case, and revoking what was signed. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly database: Database,
    private readonly lookups: CaseLookups,
    private readonly papers: PaperWriter,
    private readonly steps: CaseSteps,
    private readonly records: ActRecords,
  ) {}

  /**
   * Issues the paper: the power is checked at this instant and held to the commit, the number is given, the record of
   * the power is made, all or nothing.
   * @returns the document number
   * @throws DomainError every `devolution.…` refusal, `act.own-issue`, `act.step-refused`, and what the maker refuses
   */
  async issue(principal: Principal, id: string, decision: string): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.lookups.files.lock(manager, principal, id);
      requireStaffOf(principal, 'act.write', file.body);
      this.steps.requirePossible(file.state, 'issue');
      const fault = dutyFault('issue', principal.actor.id, file.participation);
      if (fault) throw new DomainError(fault);
      const issue = await this.papers.write(manager, principal, file, decision);
      await this.steps.add(manager, principal, file, { step: 'issue', note: issue.documentNumber, body: file.body });
      const made = await this.records.make(manager, issuedAct(file, issue, principal));
      await manager.insert(ActRecord, { cityId: principal.cityId, actId: id, ...made });
      return issue.documentNumber;
    });
  }

  /**
   * Revokes an issued paper: by the office that issued it, or by one above that supervises it. What it had made is
   * withdrawn from the same instant and stays readable as it was known.
   * @throws DomainError `act.not-found`, `act.step-refused`, `delegation.not-yours`
   */
  async revoke(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const file = await this.lookups.files.lock(manager, principal, id);
      const body = await this.revoker(manager, principal, file.body);
      await this.steps.add(manager, principal, file, { step: 'revocation', note: reason, body });
      const at = { cityId: principal.cityId, actId: id };
      const issue = await manager.findOneByOrFail(ActIssue, { cityId: principal.cityId, id });
      const { recordId } = await manager.findOneByOrFail(ActRecord, at);
      await this.records.withdraw(manager, issuedAct(file, issue, principal), recordId);
    });
  }

  /** The office for which the caller may revoke: the issuing one, else the nearest above. */
  private async revoker(manager: EntityManager, principal: Principal, issuer: Body): Promise<Body> {
    const bodies = [...(await this.lookups.bodies.all(manager, principal.cityId)).values()];
    const above = bodies
      .filter((body) => issuer.path.startsWith(body.path))
      .sort((one, other) => other.path.length - one.path.length);
    const own = above.find((body) => worksFor(principal, 'act.write', body));
    if (!own) throw new DomainError('delegation.not-yours', { body: officeName(issuer) });
    return own;
  }
}

function issuedAct(file: CaseFile, issue: NewIssue, issuer: Principal): IssuedAct {
  const { act, body } = file;
  return {
    id: act.id,
    powerCode: act.powerCode,
    documentNumber: issue.documentNumber,
    office: officeName(body),
    issuedOn: issue.issuedOn,
    compoundId: act.compoundId,
    form: act.form,
    issuer,
  };
}
