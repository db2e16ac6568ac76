import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, Ids } from '#libs/platform';
import { planServiceSigns, type ServiceSignRow } from '../domain/services/service-sign-plan.js';
import { CompoundDirectories } from '../compounds.queries.js';
import { refusalOf } from '../issue-errors.js';
import { RecordKeeper } from '../records/record-keeper.js';
import { insertSigns, knownSigns } from './service-sign-rows.js';

/** A sign of service that a person saw. */
export interface NewServiceSign {
  readonly compoundId: string;
  readonly kind: string;
  readonly onDay: string;
  readonly note: string | null;
  /** An uploaded photo or record of what was seen. */
  readonly fileId: string | null;
}

/** Registering signs of service one by one. */
@Injectable()
export class ServiceSignsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly directories: CompoundDirectories,
    private readonly keeper: RecordKeeper,
  ) {}

  /**
   * @returns the id of the sign
   * @throws DomainError `compound.not-found`, `service-sign.day-impossible`, `record.already-recorded`,
   * `file.not-found`
   */
  async register(principal: Principal, sign: NewServiceSign): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.keeper.takeTurns(manager, principal);
      const { compoundId, kind, onDay, note, fileId } = sign;
      const compounds = await this.directories.ofIds(manager, principal, 'compound.write', [compoundId]);
      const row: ServiceSignRow = { row: 1, compound: { code: compoundId, name: null, area: null }, kind, onDay, note };
      const known = await knownSigns(manager, principal.cityId, [compoundId], onDay);
      const plan = planServiceSigns([row], { compounds, today: this.clock.today(), known });
      const refused = plan.issues[0];
      if (refused) throw refusalOf(refused);
      if (plan.inserts.length === 0) throw new DomainError('record.already-recorded');
      const id = this.ids.next();
      await insertSigns(manager, { ...this.keeper.writing(principal), newId: () => id }, plan.inserts);
      const subject = { subjectKind: 'service-sign', subjectId: id } as const;
      if (fileId !== null) await this.keeper.attachScan(manager, principal, { ...subject, fileId });
      const audit = { action: 'service-sign.register', ...subject, after: sign };
      await this.keeper.close(manager, principal, audit, [compoundId]);
      return id;
    });
  }
}
