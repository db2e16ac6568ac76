import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActRecords, type IssuedAct, type MadeRecord } from '#libs/devolution';
import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CommitteesService, type NewCommittee } from './committees.service.js';
import type { CommitteeKind } from '../domain/committee-words.js';

/** The form of both powers, as their procedures ask for it. */
interface BodyForm {
  readonly name: string;
  readonly seats: number;
  readonly members: number;
  readonly electedOn: Day;
  readonly from: Day;
  readonly to: Day;
}

/** What the act's form says, as a filing whose paper is the act itself. */
function filingOf(act: IssuedAct, kind: CommitteeKind): NewCommittee {
  const { name, seats, members, electedOn, from, to } = act.form as unknown as BodyForm;
  return {
    compoundIds: [act.compoundId],
    kind,
    ...{ name, seats, members, electedOn },
    membersChangedOn: null,
    lastActivityOn: null,
    reelectionGroupOn: null,
    document: { documentNumber: act.documentNumber, issuingBody: act.office, from, to },
    issuedOn: act.issuedOn,
    filedOn: act.issuedOn,
    fileId: null,
  };
}

/** 业委会备案（WY-04）与物管会组建决定（WY-06）: the acts that make a filed body. */
@Injectable()
export class CommitteeActs implements OnModuleInit {
  constructor(
    private readonly records: ActRecords,
    private readonly committees: CommitteesService,
  ) {}

  onModuleInit(): void {
    this.register('WY-04', 'committee', 'committee_filing');
    this.register('WY-06', 'pmc', 'pmc_decision');
  }

  private register(powerCode: string, kind: CommitteeKind, recordKind: string): void {
    this.records.register(
      powerCode,
      async (manager: EntityManager, act: IssuedAct): Promise<MadeRecord> => {
        const recordId = await this.committees.registerIn(manager, act.issuer, filingOf(act, kind));
        return { recordKind, recordId };
      },
      (manager, { issuer, documentNumber }, recordId) =>
        this.committees.withdrawIn(manager, issuer, { recordId, documentNumber }),
    );
  }
}
