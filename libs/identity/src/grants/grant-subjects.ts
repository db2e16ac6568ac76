import { Injectable } from '@nestjs/common';
import { DomainError, type Day } from '#libs/kernel';
import { Area, AreaTree } from '#libs/registry';
import { In, type EntityManager } from 'typeorm';
import { describeCompounds } from './compound-subjects.js';
import type { GrantSubject } from './granting.policy.js';
import type { RoleGrant } from './role-grant.entity.js';

/** What a grant is to be about, as a caller names it. */
export interface NamedScope {
  readonly kind: 'area' | 'compound' | 'company';
  readonly code?: string;
  readonly id?: string;
}

/** A compound or company by name, with the paths of the areas in which it lies (a company: those of its projects). */
export type DescribedSubject = Pick<GrantSubject, 'id' | 'name' | 'paths'>;

/** How the owner of compounds or companies tells what they are; ids it does not know are left out. */
export type DescribeSubjects = (
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
) => Promise<readonly DescribedSubject[]>;

/** An area as the subject of a grant. */
export function ofArea(area: Area): GrantSubject {
  return { kind: 'area', id: area.id, name: area.name, code: area.code, level: area.level, paths: [area.path] };
}

/** Finds and names what grants are about. Companies belong to a later context, so that context registers them. */
@Injectable()
export class GrantSubjects {
  private describeCompanies: DescribeSubjects = () => Promise.resolve([]);

  constructor(private readonly areas: AreaTree) {}

  /** Called once at start by the module that owns companies; until then no company is found. */
  registerCompanies(describe: DescribeSubjects): void {
    this.describeCompanies = describe;
  }

  /** The subject that a request names. @throws DomainError `area.not-found`, `grant.scope-not-found` */
  async named(manager: EntityManager, cityId: number, scope: NamedScope, on: Day): Promise<GrantSubject> {
    if (scope.kind === 'area') return ofArea(await this.areas.byCode(manager, cityId, scope.code ?? '', on));
    const found = await this.described(manager, cityId, scope.kind, [scope.id ?? '']);
    const subject = found[0];
    if (!subject) throw new DomainError('grant.scope-not-found', { kind: scope.kind, id: scope.id ?? '' });
    return subject;
  }

  /** The subject of each grant, by its own id, in at most three statements. */
  async of(
    manager: EntityManager,
    cityId: number,
    grants: readonly Pick<RoleGrant, 'areaId' | 'compoundId' | 'companyId'>[],
  ): Promise<ReadonlyMap<string, GrantSubject>> {
    const ids = (pick: (grant: (typeof grants)[number]) => string | null): string[] => [
      ...new Set(grants.flatMap((grant) => pick(grant) ?? [])),
    ];
    const areaIds = ids((grant) => grant.areaId);
    const areas = areaIds.length === 0 ? [] : await manager.findBy(Area, { cityId, id: In(areaIds) });
    const compounds = await this.described(
      manager,
      cityId,
      'compound',
      ids((grant) => grant.compoundId),
    );
    const companies = await this.described(
      manager,
      cityId,
      'company',
      ids((grant) => grant.companyId),
    );
    return new Map([...areas.map(ofArea), ...compounds, ...companies].map((subject) => [subject.id, subject]));
  }

  private async described(
    manager: EntityManager,
    cityId: number,
    kind: 'compound' | 'company',
    ids: readonly string[],
  ): Promise<readonly GrantSubject[]> {
    if (ids.length === 0) return [];
    const describe = kind === 'company' ? this.describeCompanies : describeCompounds;
    const found = await describe(manager, cityId, ids);
    return found.map(({ id, name, paths }) => ({ kind, id, name, paths, code: null, level: null }));
  }
}
