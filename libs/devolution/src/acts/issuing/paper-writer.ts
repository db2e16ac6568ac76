import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AuthorityService } from '../../authority/authority.service.js';
import { writeDocumentNumber } from '../../domain/acts/document-number.js';
import type { CaseFile } from '../cases/case-file.js';
import { CaseLookups } from '../cases/case-lookups.js';
import { ChainHold } from './chain-hold.js';
import type { NewIssue } from '../tables/act-issue.entity.js';

/** Gives a paper its number and writes it, if the office holds the power at this very instant. */
@Injectable()
export class PaperWriter {
  constructor(
    private readonly clock: Clock,
    private readonly authority: AuthorityService,
    private readonly lookups: CaseLookups,
    private readonly hold: ChainHold,
  ) {}

  /** @throws DomainError every `devolution.…` refusal, `act.authority-changed` */
  async write(manager: EntityManager, principal: Principal, file: CaseFile, decision: string): Promise<NewIssue> {
    const { act, power, body } = file;
    const on = this.clock.today();
    const place = await this.lookups.place(manager, principal, act.compoundId, on);
    const asked = { power, body, place, on, amountFen: act.amountFen };
    const chain = await this.authority.require(manager, principal, asked);
    const issue: NewIssue = {
      cityId: principal.cityId,
      id: act.id,
      documentNumber: await this.nextNumber(manager, principal, power.code, Number(on.slice(0, 4))),
      chain: chain.map((link) => link.id),
      decision,
      issuedAt: this.clock.now(),
      issuedOn: on,
      signer: principal.actor.name,
    };
    if (!(await this.hold.insert(manager, issue, on))) {
      // A revocation came between the question and the signature: asked again, it is told in words.
      await this.authority.require(manager, principal, asked);
      throw new DomainError('act.authority-changed');
    }
    return issue;
  }

  /** The serials of one power and year run without gaps, so issues of one power take turns from here to the commit. */
  private async nextNumber(
    manager: EntityManager,
    { cityId, cityCode }: Principal,
    powerCode: string,
    year: number,
  ): Promise<string> {
    const [row] = await manager.query<{ last: number }[]>(
      `INSERT INTO document_serial AS s (city_id, power_code, year, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (city_id, power_code, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
      [cityId, powerCode, year],
    );
    return writeDocumentNumber({ cityCode, powerCode, year, serial: row?.last ?? 0 });
  }
}
