import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile } from '../bodies/body-files.js';
import type { SealKind } from '../domain/seals.js';
import { sittingOn } from '../domain/posts.js';
import { MeetingFiles } from '../meetings/meeting-files.js';
import { CommitteeSealCustody } from './committee-seal-custody.entity.js';
import { CommitteeSeal } from './committee-seal.entity.js';

export interface NewCustody {
  /** A member, or else the office that keeps it. */
  readonly personId: string | null;
  readonly office: string | null;
}

export interface ShownSeal {
  readonly id: string;
  readonly kind: SealKind;
  readonly inscription: string;
  readonly custody: readonly { readonly holder: string; readonly personId: string | null; readonly from: Day }[];
}

const LIST = `
  SELECT s.id, s.kind, s.inscription, (SELECT json_agg(json_build_object('holder', c.holder, 'personId', c.person_id,
      'from', c.from_day) ORDER BY c.id DESC)
    FROM committee_seal_custody c WHERE c.city_id = s.city_id AND c.seal_id = s.id) AS custody
  FROM committee_seal s WHERE s.city_id = $1 AND s.committee_id = $2 ORDER BY s.id`;

/** 印章: which there are, and who keeps them. */
@Injectable()
export class SealsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: BodyFiles,
    private readonly files: MeetingFiles,
    private readonly auditLog: AuditLog,
  ) {}

  async list(principal: Principal, id: string): Promise<readonly ShownSeal[]> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = await this.bodies.read(manager, principal, id);
      return manager.query<ShownSeal[]>(LIST, [cityId, id]);
    });
  }

  /** @throws DomainError those of `lockAsMember`, `committee-seal.registered`, `committee-seal.keeper-unfit` */
  async register(
    principal: Principal,
    id: string,
    { kind, inscription, ...custody }: NewCustody & { readonly kind: SealKind; readonly inscription: string },
  ): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const of = { cityId: body.cityId, committeeId: id, inscription: inscription.trim() };
      if (await manager.existsBy(CommitteeSeal, of))
        throw new DomainError('committee-seal.registered', { inscription });
      const sealId = this.ids.next();
      await manager.insert(CommitteeSeal, { ...of, id: sealId, kind, signed: this.files.signed(principal) });
      const holder = await this.keep(manager, principal, { body, sealId, custody });
      await this.told(manager, principal, id, {
        action: 'committee-seal.register',
        after: { kind, inscription, holder },
      });
      return sealId;
    });
  }

  /** @throws DomainError those of `lockAsMember`, `committee-seal.not-found`, `committee-seal.keeper-unfit` */
  async handOver(
    principal: Principal,
    id: string,
    { sealId, ...custody }: NewCustody & { readonly sealId: string },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const seal = await manager.findOneBy(CommitteeSeal, { cityId: body.cityId, id: sealId, committeeId: id });
      if (!seal) throw new DomainError('committee-seal.not-found', { id: sealId });
      const holder = await this.keep(manager, principal, { body, sealId, custody });
      const after = { inscription: seal.inscription, holder };
      await this.told(manager, principal, id, { action: 'committee-seal.hand-over', after });
    });
  }

  private async keep(
    manager: EntityManager,
    principal: Principal,
    { body, sealId, custody }: { readonly body: BodyFile; readonly sealId: string; readonly custody: NewCustody },
  ): Promise<string> {
    const { personId, office } = custody;
    const today = this.clock.today();
    const member = sittingOn(body.seatsHeld, today).find((each) => each.personId === personId);
    const holder = personId === null ? (office?.trim() ?? '') : (member?.name ?? '');
    if (holder === '' || (personId !== null && office !== null)) throw new DomainError('committee-seal.keeper-unfit');
    await manager.insert(CommitteeSealCustody, {
      ...{ cityId: body.cityId, id: this.ids.next(), sealId, holder, personId, fromDay: today },
      signed: this.files.signed(principal),
    });
    return holder;
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'committee', subjectId });
  }
}
