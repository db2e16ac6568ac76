import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AreaTree, PERMISSIONS_OF_ROLE, scopeOf, type Area } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { officeName, type Body } from '../domain/body.js';

function bodyOf({ id, code, name, level, path }: Area): Body {
  if (level === 'grid') throw new DomainError('area.not-found', { code });
  return { areaId: id, code, name, level, path };
}

/** Whether the principal works in the body itself, with this permission: a grant over exactly its area. */
export function worksFor(principal: Principal, permission: string, body: Body): boolean {
  return principal.grants.some(
    ({ role, scope }) =>
      PERMISSIONS_OF_ROLE[role].includes(permission) && scope.kind === 'area' && scope.areaId === body.areaId,
  );
}

/** Whether somebody may know of a body: it lies in their area, or above it. */
export function sees(principal: Principal, { path }: Body): boolean {
  return scopeOf(principal, 'power.read').paths.some((own) => path.startsWith(own) || own.startsWith(path));
}

/**
 * A body that somebody named: one that they may not know of is as good as none.
 * @throws DomainError `area.not-found`
 */
export function requireSeen(principal: Principal, body: Body): void {
  if (!sees(principal, body)) throw new DomainError('area.not-found', { code: body.code });
}

/** @throws DomainError `delegation.not-yours` */
export function requireStaffOf(principal: Principal, permission: string, body: Body): void {
  if (!worksFor(principal, permission, body)) throw new DomainError('delegation.not-yours', { body: officeName(body) });
}

/** The offices of the areas of a city. */
@Injectable()
export class Bodies {
  constructor(private readonly areas: AreaTree) {}

  /** @throws DomainError `area.not-found` */
  async byCode(manager: EntityManager, cityId: number, code: string, on: Day): Promise<Body> {
    return bodyOf(await this.areas.byCode(manager, cityId, code, on));
  }

  /** Every body of the city by the id of its area, those of closed areas included: old papers name them. */
  async all(manager: EntityManager, cityId: number): Promise<ReadonlyMap<string, Body>> {
    const areas = await this.areas.all(manager, cityId);
    return new Map(areas.filter(({ level }) => level !== 'grid').map((area) => [area.id, bodyOf(area)]));
  }
}
