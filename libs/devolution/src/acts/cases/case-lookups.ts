import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { invalidFields } from '#libs/platform';
import { CompoundPlaces, FileAccess, type CompoundPlace } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../../bodies/bodies.js';
import { procedureOf } from '../../domain/acts/procedures.js';
import { CaseFiles } from './case-file.js';
import type { HandedIn } from './cases.service.js';
import { Act } from '../tables/act.entity.js';

/** What has to be looked up, and may be refused, before a case is taken in. */
@Injectable()
export class CaseLookups {
  constructor(
    readonly bodies: Bodies,
    readonly files: CaseFiles,
    private readonly places: CompoundPlaces,
    private readonly access: FileAccess,
  ) {}

  /** The case that was opened with this key before; whoever comes second with it waits for the first. */
  async withKey(manager: EntityManager, { cityId, actor }: Principal, key: string | null): Promise<Act | null> {
    if (key === null) return null;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('act-key:' || $1 || ':' || $2, 0))`, [
      actor.id,
      key,
    ]);
    return manager.findOneBy(Act, { cityId, openedBy: actor.id, idempotencyKey: key });
  }

  /** @throws DomainError `compound.not-found` */
  async place(manager: EntityManager, principal: Principal, compound: string, on: Day): Promise<CompoundPlace> {
    return this.places.find(manager, principal, { compound, on });
  }

  /** @throws DomainError `act.conflict-of-interest` */
  async requireNoInterest(manager: EntityManager, principal: Principal, compoundId: string): Promise<void> {
    const interested = await this.files.interested(manager, principal.cityId, compoundId);
    if (interested.includes(principal.actor.id)) throw new DomainError('act.conflict-of-interest');
  }

  /**
   * Every paper is one that the power asks for, once, and every scan is one that the caller may hand on.
   * @throws DomainError `request.invalid`
   */
  async requirePapers(
    manager: EntityManager,
    principal: Principal,
    powerCode: string,
    papers: readonly HandedIn[],
  ): Promise<void> {
    const asked = new Set(procedureOf(powerCode).papers.map(({ key }) => key));
    const wrong = papers.findIndex(
      ({ paper }, n) => !asked.has(paper) || papers.findIndex((p) => p.paper === paper) < n,
    );
    if (wrong >= 0) {
      throw invalidFields([
        {
          field: `papers[${wrong}].paper`,
          zh: `应为 ${[...asked].join('、')} 之一，且不重复`,
          en: `must be one of ${[...asked].join(', ')}, once`,
        },
      ]);
    }
    for (const [n, { fileId }] of papers.entries()) {
      if (fileId === null || (await this.access.mayAttach(manager, principal, fileId))) continue;
      throw invalidFields([
        {
          field: `papers[${n}].fileId`,
          zh: '没有这个文件，请先上传扫描件',
          en: 'is no file here; upload the scan first',
        },
      ]);
    }
  }
}
