import { Injectable } from '@nestjs/common';
import { Resolution, rulesOfCity } from '#libs/assembly';
import { DomainError, type Principal } from '#libs/kernel';
import { mattersOn } from '#libs/law';
import { Clock, Database, Ids } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile, type OwnBody } from '../bodies/body-files.js';
import { Conflicts } from '../conflicts/conflicts.js';
import { requireOwnAffair } from '../domain/agenda.js';
import { recusedFrom } from '../domain/conflicts.js';
import { officeLimitsOn } from '../domain/limits.js';
import { sittingOn } from '../domain/posts.js';
import { consentsNeeded, requireConsent, sealStateOf, type SealState } from '../domain/seals.js';
import { CommitteeSealConsent } from './committee-seal-consent.entity.js';
import { CommitteeSealCustody } from './committee-seal-custody.entity.js';
import { CommitteeSealRequest } from './committee-seal-request.entity.js';
import { CommitteeSealUse } from './committee-seal-use.entity.js';
import { CommitteeSeal } from './committee-seal.entity.js';
import { SealLog } from './seal-log.js';

export interface NewSealRequest {
  readonly sealId: string;
  readonly paper: string;
  readonly purpose: string;
  readonly copies: number;
  readonly fileId: string;
  readonly resolutionId: string | null;
}

interface RequestFile {
  readonly request: CommitteeSealRequest;
  readonly consents: readonly CommitteeSealConsent[];
  readonly state: SealState;
  readonly recused: ReadonlySet<string>;
}

/** 用印: asked for with the paper, agreed to by so many of the members, and put on by whoever keeps the seal. */
@Injectable()
export class SealRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: BodyFiles,
    private readonly conflicts: Conflicts,
    private readonly log: SealLog,
  ) {}

  /**
   * What owners decide together is sealed under their resolution alone.
   * @throws DomainError `committee-seal.not-found`, `file.not-found`, those of `lockAsMember` and `requireOwnAffair`
   */
  async ask(principal: Principal, id: string, asked: NewSealRequest): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const { cityId } = body;
      const seal = await manager.findOneBy(CommitteeSeal, { cityId, id: asked.sealId, committeeId: id });
      if (!seal) throw new DomainError('committee-seal.not-found', { id: asked.sealId });
      await this.log.requireFile(manager, principal, asked.fileId);
      await this.requireBacking(manager, body, asked);
      const onDay = this.clock.today();
      const limits = officeLimitsOn(await rulesOfCity(manager, cityId), onDay);
      const members = sittingOn(body.seatsHeld, onDay).length;
      const requestId = this.ids.next();
      await manager.insert(CommitteeSealRequest, {
        ...{ ...asked, cityId, id: requestId, committeeId: id, personId: body.me.personId, onDay, members },
        ...{ needed: consentsNeeded(members, limits), signed: this.log.signed(principal) },
      });
      const { paper, purpose, copies } = asked;
      const after = { requestId, seal: seal.inscription, paper, purpose, copies };
      await this.log.tell(manager, principal, id, { action: 'committee-seal.ask', after });
      return requestId;
    });
  }

  /** @throws DomainError `committee-seal.request-not-found`, and those of `lockAsMember` and `requireConsent` */
  async consent(
    principal: Principal,
    id: string,
    { requestId, agrees }: { readonly requestId: string; readonly agrees: boolean },
  ): Promise<SealState> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const { request, consents, ...file } = await this.file(manager, body, requestId);
      const said = new Set(consents.map(({ personId }) => personId));
      requireConsent(body.me, { ...file, said });
      const { personId, name } = body.me;
      const of = { cityId: body.cityId, requestId, personId };
      await manager.insert(CommitteeSealConsent, { ...of, agrees, signed: this.log.signed(principal) });
      const after = { requestId, paper: request.paper, name, agrees };
      await this.log.tell(manager, principal, id, { action: 'committee-seal.consent', after });
      return (await this.file(manager, body, requestId)).state;
    });
  }

  /** @throws DomainError `committee-seal.not-agreed`, `committee-seal.not-custodian` */
  async use(principal: Principal, id: string, requestId: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const body = await this.bodies.lockAsMember(manager, principal, id);
      const { request, consents, state } = await this.file(manager, body, requestId);
      if (state !== 'agreed') {
        const have = consents.filter(({ agrees }) => agrees).length;
        throw new DomainError('committee-seal.not-agreed', { have, needed: request.needed, paper: request.paper });
      }
      const holder = await this.requireCustodian(manager, body, request);
      const row = { cityId: body.cityId, requestId, onDay: this.clock.today(), holder };
      await manager.insert(CommitteeSealUse, { ...row, signed: this.log.signed(principal) });
      const after = { requestId, paper: request.paper, holder };
      await this.log.tell(manager, principal, id, { action: 'committee-seal.use', after });
    });
  }

  private async file(manager: EntityManager, body: BodyFile, requestId: string): Promise<RequestFile> {
    const { cityId, id: committeeId } = body;
    const request = await manager.findOneBy(CommitteeSealRequest, { cityId, id: requestId, committeeId });
    if (!request) throw new DomainError('committee-seal.request-not-found', { id: requestId });
    const consents = await manager.findBy(CommitteeSealConsent, { cityId, requestId });
    const isUsed = await manager.existsBy(CommitteeSealUse, { cityId, requestId });
    const declared = await this.conflicts.facts(manager, body);
    const text = `${request.paper}。${request.purpose}`;
    const agreed = consents.filter(({ agrees }) => agrees).length;
    const { members, needed } = request;
    return {
      ...{ request, consents },
      state: sealStateOf({ members, needed, agreed, refused: consents.length - agreed, isUsed }),
      recused: recusedFrom({ itemId: null, text }, declared, request.onDay),
    };
  }

  private async requireBacking(manager: EntityManager, body: BodyFile, asked: NewSealRequest): Promise<void> {
    const { paper: title, purpose, resolutionId } = asked;
    const compoundId = In(body.compounds.map((each) => each.id));
    const of = { cityId: body.cityId, compoundId, id: resolutionId ?? '' };
    const resolution = resolutionId === null ? null : await manager.findOneBy(Resolution, of);
    const kind = resolutionId === null ? 'decide' : 'execute';
    requireOwnAffair({ title, body: purpose, kind, matter: null }, mattersOn(this.clock.today()), resolution);
  }

  /** A member who keeps the seal puts it on; where an office keeps it, whoever brought the paper records it. */
  private async requireCustodian(
    manager: EntityManager,
    body: OwnBody,
    { sealId }: CommitteeSealRequest,
  ): Promise<string> {
    const [custody] = await manager.find(CommitteeSealCustody, {
      where: { cityId: body.cityId, sealId },
      order: { id: 'DESC' },
      take: 1,
    });
    const holder = custody?.holder ?? '';
    const isOther = custody?.personId != null && custody.personId !== body.me.personId;
    if (isOther) throw new DomainError('committee-seal.not-custodian', { name: holder });
    return holder;
  }
}
