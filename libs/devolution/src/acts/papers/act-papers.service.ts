import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { PaperPrinter } from '#libs/platform';
import { composePaper } from '../../domain/acts/official-paper.js';
import { STANDARD_EDITION } from '../../domain/catalogue/standard-edition.js';
import { ActQueries } from '../acts.queries.js';
import { layOut } from './paper-layout.js';

/** The printed paper of an issued act. */
@Injectable()
export class ActPapersService {
  constructor(
    private readonly queries: ActQueries,
    private readonly printer: PaperPrinter,
  ) {}

  /**
   * @param origin scheme and host under which people reach this installation, for the QR code
   * @throws DomainError `act.not-found`, `act.not-issued`
   */
  async print(principal: Principal, id: string, origin: string): Promise<{ name: string; bytes: Buffer }> {
    const act = await this.queries.one(principal, id, 'zh');
    if (!act.issue) throw new DomainError('act.not-issued');
    const { documentNumber, decision, issuedOn } = act.issue;
    const kind = STANDARD_EDITION.find(({ code }) => code === act.power)?.kind ?? 'guidance';
    const paper = composePaper({
      ...{ kind, documentNumber, decision, issuedOn },
      office: act.body.name,
      powerName: act.powerName,
      legalBasis: act.legalBasis,
      applicant: act.applicant,
      compound: act.compound.name,
      form: act.form,
      isRevoked: act.state === 'revoked',
    });
    const bytes = await this.printer.print(layOut(paper, `${origin}/verify/${documentNumber}`));
    return { name: `${documentNumber}.pdf`, bytes };
  }
}
