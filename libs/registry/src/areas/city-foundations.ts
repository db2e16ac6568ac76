import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What another library sets up in a new city, in the transaction that makes it. */
export type Foundation = (manager: EntityManager, cityId: number) => Promise<void>;

/** What every city has from its first day; each library says here, when its module starts, what that is. */
@Injectable()
export class CityFoundations {
  private readonly all: Foundation[] = [];

  add(foundation: Foundation): void {
    this.all.push(foundation);
  }

  async lay(manager: EntityManager, cityId: number): Promise<void> {
    for (const foundation of this.all) await foundation(manager, cityId);
  }
}
