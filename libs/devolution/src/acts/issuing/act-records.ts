import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { FormValues } from '../../domain/acts/form.js';
import { STANDARD_EDITION } from '../../domain/catalogue/standard-edition.js';
import { AdministrativeRecord } from '../tables/administrative-record.entity.js';

/** An act at the moment of its issue, as the maker of its record sees it. */
export interface IssuedAct {
  readonly id: string;
  readonly powerCode: string;
  readonly documentNumber: string;
  /** Name of the office that issues it. */
  readonly office: string;
  readonly issuedOn: Day;
  readonly compoundId: string;
  readonly form: FormValues;
  /** Who signs. */
  readonly issuer: Principal;
}

/** The record that an act made, in the context that keeps it. */
export interface MadeRecord {
  readonly recordKind: string;
  readonly recordId: string;
}

/** Makes the record of an act, in the act's own transaction; what it refuses refuses the act. */
export type RecordMaker = (manager: EntityManager, act: IssuedAct) => Promise<MadeRecord>;

/** Takes back what the act made, when the act is revoked. */
export type RecordWithdrawal = (manager: EntityManager, act: IssuedAct, recordId: string) => Promise<void>;

interface Registered {
  readonly make: RecordMaker;
  readonly withdraw: RecordWithdrawal;
}

/**
 * Who makes the record of each power: the library that keeps it registers its maker when its module starts, so that
 * devolution knows none of them. A power without its own maker gets the generic record.
 */
@Injectable()
export class ActRecords {
  private readonly makers = new Map<string, Registered>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Error for a code that is none, or one that has its maker already */
  register(powerCode: string, make: RecordMaker, withdraw: RecordWithdrawal): void {
    if (!STANDARD_EDITION.some(({ code }) => code === powerCode)) throw new Error(`there is no power ${powerCode}`);
    if (this.makers.has(powerCode)) throw new Error(`${powerCode} has two makers`);
    this.makers.set(powerCode, { make, withdraw });
  }

  /** The codes that have a maker of their own. */
  get registered(): readonly string[] {
    return [...this.makers.keys()].sort();
  }

  async make(manager: EntityManager, act: IssuedAct): Promise<MadeRecord> {
    return this.makers.get(act.powerCode)?.make(manager, act) ?? this.generic(manager, act);
  }

  async withdraw(manager: EntityManager, act: IssuedAct, recordId: string): Promise<void> {
    // A generic record stands beside its act and says no more than the act does: its revocation is enough.
    await this.makers.get(act.powerCode)?.withdraw(manager, act, recordId);
  }

  private async generic(manager: EntityManager, act: IssuedAct): Promise<MadeRecord> {
    const { recordKind } = STANDARD_EDITION.find(({ code }) => code === act.powerCode) ?? { recordKind: 'record' };
    const recordId = this.ids.next();
    await manager.insert(AdministrativeRecord, {
      cityId: act.issuer.cityId,
      id: recordId,
      kind: recordKind,
      compoundId: act.compoundId,
      content: { documentNumber: act.documentNumber, ...act.form },
      recordedAt: this.clock.now(),
    });
    return { recordKind, recordId };
  }
}
