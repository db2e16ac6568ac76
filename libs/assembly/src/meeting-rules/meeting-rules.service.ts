import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { rulesOfCity } from '../assemblies/city-rules.js';
import type { OwnRules } from '../domain/assembly/meeting-rules.js';
import { limitsOn } from '../domain/assembly/timetable.js';
import { MeetingRules } from './meeting-rules.entity.js';

export interface NewMeetingRules {
  readonly compoundId: string;
  readonly title: string;
  readonly adoptedBy: string;
  readonly effectiveFrom: Day;
  readonly noticeDays: number | null;
  readonly rules: OwnRules;
  readonly fileId: string;
}

/** A version as it is listed; of those that have begun the last one holds. */
export type ShownMeetingRules = Omit<MeetingRules, 'cityId' | 'byId'> & { readonly isInForce: boolean };

/** 议事规则: dated versions, added and never changed; a vote is held under the one of its day. */
@Injectable()
export class MeetingRulesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly scopes: CompoundScopes,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** Whoever reads the votes of a compound opens the document of their rules. */
  onModuleInit(): void {
    this.papers.alsoFor(async (manager, principal, fileId) => {
      const rows = await manager.findBy(MeetingRules, { cityId: principal.cityId, fileId });
      const compoundIds = rows.map(({ compoundId }) => compoundId);
      if (compoundIds.length === 0) return false;
      return (await this.scopes.inside(manager, principal, { permission: 'assembly.read', compoundIds })).size > 0;
    });
  }

  /** All versions, the newest first. @throws DomainError `compound.not-found` */
  async list(principal: Principal, compoundId: string): Promise<readonly ShownMeetingRules[]> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      await this.scopes.require(manager, principal, { permission: 'assembly.read', compoundIds: [compoundId] });
      const rows = await manager.find(MeetingRules, {
        where: { cityId, compoundId },
        order: { effectiveFrom: 'DESC' },
      });
      const inForce = rows.find(({ effectiveFrom }) => effectiveFrom <= this.clock.today());
      return rows.map(({ cityId: _, byId: __, ...row }) => ({ ...row, isInForce: row.id === inForce?.id }));
    });
  }

  /** @returns the id @throws DomainError `compound.not-found`, `file.not-found`, every `meeting-rules.…` refusal */
  async layDown(principal: Principal, request: NewMeetingRules): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const compoundIds = [request.compoundId];
      await this.scopes.require(manager, principal, { permission: 'assembly.write', compoundIds });
      await this.requireLawful(manager, cityId, request);
      await this.papers.requireAttach(manager, principal, request.fileId);
      const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      const id = this.ids.next();
      await manager.insert(MeetingRules, { ...request, ...by, cityId, id } as never);
      await this.auditLog.record(manager, principal, {
        ...{ action: 'meeting-rules.lay-down', subjectKind: 'compound', subjectId: request.compoundId },
        after: { id, ...request },
        legalBasis: '民法典第二百七十八条第一款第一项',
      });
      return id;
    });
  }

  private async requireLawful(
    manager: EntityManager,
    cityId: number,
    { noticeDays, effectiveFrom, rules }: NewMeetingRules,
  ): Promise<void> {
    const { noticeDays: least } = limitsOn(await rulesOfCity(manager, cityId), effectiveFrom);
    if (noticeDays !== null && noticeDays < least) {
      throw new DomainError('meeting-rules.notice-too-short', { days: noticeDays, least });
    }
    const isNamed = (rules.rulesClause ?? '').trim() !== '';
    const isSilenceClear = (rules.deemedRule ?? 'NONE') === 'NONE' || (rules.deemedClause?.text ?? '').trim() !== '';
    const needsClause = rules.mayChange === true || rules.countsParking === true;
    if ((needsClause && !isNamed) || !isSilenceClear) throw new DomainError('meeting-rules.clause-needed');
  }
}
