import { Injectable } from '@nestjs/common';
import { canonicalAreaCode, DomainError, type Day, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Area } from './area.entity.js';

/** What becomes of one area that closes: the areas that go on in its place from that day. */
export interface AreaSuccession {
  readonly areaId: string;
  readonly successorIds: readonly string[];
}

/** A change of the tree, told inside its own transaction. */
export interface AreaSuccessions {
  readonly on: Day;
  readonly successions: readonly AreaSuccession[];
}

/** A context whose rows stand on areas and go on with them, such as grants. */
export type FollowAreas = (manager: EntityManager, principal: Principal, change: AreaSuccessions) => Promise<void>;

/** Reads of the area tree that every context needs. */
@Injectable()
export class AreaTree {
  private readonly followers: FollowAreas[] = [];

  /** Called once at start by a later context that wants to hear of changes. */
  follow(follower: FollowAreas): void {
    this.followers.push(follower);
  }

  /** Tells every follower of a change, in the transaction that makes it. */
  async announce(manager: EntityManager, principal: Principal, change: AreaSuccessions): Promise<void> {
    for (const follower of this.followers) await follower(manager, principal, change);
  }

  /** Every area of the city, parents before children. */
  async all(manager: EntityManager, cityId: number): Promise<readonly Area[]> {
    return manager.find(Area, { where: { cityId }, order: { path: 'ASC', id: 'ASC' } });
  }

  /** The city's own node, the root of its tree. */
  async root(manager: EntityManager, cityId: number): Promise<Area> {
    const root = await manager.findOneBy(Area, { cityId, level: 'city' });
    if (!root) throw new DomainError('area.not-found', { code: '-' });
    return root;
  }

  /**
   * The area with this code, padded or not, that was open on the given day (the newest when several were).
   * @throws DomainError `area.not-found`
   */
  async byCode(manager: EntityManager, cityId: number, code: string, on?: Day): Promise<Area> {
    const canonical = canonicalAreaCode(code);
    const found = canonical ? await manager.find(Area, { where: { cityId, code: canonical } }) : [];
    const open = found
      .filter((area) => !on || ((area.openedOn ?? '') <= on && (area.closedOn ?? '9999-12-31') > on))
      .sort((a, b) => (a.closedOn ?? '9999-12-31').localeCompare(b.closedOn ?? '9999-12-31'));
    const area = open.at(-1);
    if (!area) throw new DomainError('area.not-found', { code });
    return area;
  }

  async byId(manager: EntityManager, cityId: number, id: string): Promise<Area> {
    const area = await manager.findOneBy(Area, { cityId, id });
    if (!area) throw new DomainError('area.not-found', { code: id });
    return area;
  }
}
