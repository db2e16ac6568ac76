import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CompoundLinks, type CompoundLink } from '../compounds/compound-links.js';
import { FieldCheck } from './field-check.entity.js';

/** A check speaks of the compounds of the evidence that it looked at. */
@Injectable()
export class FieldCheckLink implements CompoundLink, OnModuleInit {
  readonly kind = 'field-check';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  /** Checks rest on evidence, never on compounds themselves. */
  async restingOn(): Promise<readonly string[]> {
    return [];
  }

  async compoundsOf(manager: EntityManager, cityId: number, id: string): Promise<readonly string[] | null> {
    const check = await manager.findOneBy(FieldCheck, { cityId, id });
    if (!check) return null;
    return this.links.compoundsOf(manager, cityId, { kind: check.subjectKind, recordId: check.subjectId });
  }

  async compoundsEver(manager: EntityManager, cityId: number, ids: readonly string[]): Promise<readonly string[]> {
    const checks = await manager.findBy(FieldCheck, { cityId, id: In([...ids]) });
    const compoundIds: string[] = [];
    for (const kind of new Set(checks.map(({ subjectKind }) => subjectKind))) {
      const recordIds = checks.filter((each) => each.subjectKind === kind).map(({ subjectId }) => subjectId);
      compoundIds.push(...(await this.links.compoundsEver(manager, cityId, { kind, recordIds })));
    }
    return compoundIds;
  }
}
