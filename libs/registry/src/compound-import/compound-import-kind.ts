import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  City,
  ImportKinds,
  type ImportContext,
  type ImportKind,
  type ImportSession,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';
import type { Area } from '../areas/area.entity.js';
import { AreaTree } from '../areas/area-tree.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import type { Bounds } from '../domain/matching/point-check.js';
import { COMPOUND_COLUMNS } from './compound-columns.js';
import { CompoundImportSession } from './compound-import-session.js';
import { CompoundImportUndo } from './compound-import-undo.js';
import { CompoundWriter } from './compound-writer.js';
import { Geography } from './geography.js';
import { registeredPoints, whatStands } from './import-lookups.js';

/** How many points of the register are enough to know where the city is. */
const POINTS = 5_000;

/** 小区名单: the kind of list from which the register grows. */
@Injectable()
export class CompoundImportKind implements ImportKind<typeof COMPOUND_COLUMNS>, OnModuleInit {
  readonly kind = 'compounds';
  readonly version = 1;
  readonly label = { zh: '小区', en: 'compounds' };
  readonly columns = COMPOUND_COLUMNS;
  readonly keyField = 'name';

  constructor(
    private readonly kinds: ImportKinds,
    private readonly areas: AreaTree,
    private readonly scopes: CompoundScopes,
    private readonly writer: CompoundWriter,
    private readonly taking: CompoundImportUndo,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async begin(context: ImportContext): Promise<ImportSession<typeof COMPOUND_COLUMNS>> {
    const { manager, principal, asOf, listName, importId } = context;
    const city = await manager.findOneByOrFail(City, { id: principal.cityId });
    const areas = (await this.areas.all(manager, principal.cityId)).filter((area) => isOpen(area, asOf));
    const bounds = city.bounds as Bounds | null;
    const lookup = { cityId: principal.cityId, listName, importId, asOf };
    const points = bounds ? [] : await registeredPoints(manager, lookup, POINTS);
    return new CompoundImportSession(context, {
      cityName: city.name,
      geography: new Geography(areas, bounds, points),
      scope: await this.scopes.of(manager, principal, 'import.run'),
      writer: this.writer,
      standing: await whatStands(manager, lookup),
    });
  }

  undo(context: UndoContext): Promise<TouchedFacts | null> {
    return this.taking.undo(context);
  }
}

function isOpen(area: Area, on: string): boolean {
  return (area.openedOn === null || area.openedOn <= on) && (area.closedOn === null || area.closedOn > on);
}
