import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AreaTree, CompoundNames, CompoundScopes, type Area, type NamedCompound } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { CompoundDirectory, type ListedCompound } from './domain/rows/compound-directory.js';

type Surroundings = Pick<ListedCompound, 'areaCodes' | 'areaNames'>;

const UNPLACED: Surroundings = { areaCodes: [], areaNames: [] };

function surroundings(areas: readonly Area[]): ReadonlyMap<string, Surroundings> {
  const nameOfPath = new Map(areas.map((area) => [area.path, area.name]));
  return new Map(
    areas.map((area) => {
      const areaCodes = area.path.split('/').filter(Boolean);
      const paths = areaCodes.map((_, index) => `${areaCodes.slice(0, index + 1).join('/')}/`);
      return [area.id, { areaCodes, areaNames: paths.map((path) => nameOfPath.get(path) ?? '').filter(Boolean) }];
    }),
  );
}

/** The compound that a merged one became, at the end of the chain. */
function survivorOf(row: NamedCompound, byId: ReadonlyMap<string, NamedCompound>): string {
  let current = row;
  for (let steps = 0; current.mergedInto !== null && steps < byId.size; steps += 1) {
    const next = byId.get(current.mergedInto);
    if (!next) break;
    current = next;
  }
  return current.id;
}

/** Makes the directory in which lists look up compounds: names of today's register, inside the caller's scope. */
@Injectable()
export class CompoundDirectories {
  constructor(
    private readonly scopes: CompoundScopes,
    private readonly areas: AreaTree,
    private readonly names: CompoundNames,
  ) {}

  /**
   * Every compound that the caller may use the permission on, by its newest version; the code and name of a merged
   * compound lead to the one that it became.
   */
  async load(manager: EntityManager, principal: Principal, permission: string): Promise<CompoundDirectory> {
    return this.read(manager, principal, permission, null);
  }

  /**
   * The few compounds that a person names by their ids, which stand in place of their codes.
   * @throws DomainError `compound.not-found`
   */
  async ofIds(
    manager: EntityManager,
    principal: Principal,
    permission: string,
    ids: readonly string[],
  ): Promise<CompoundDirectory> {
    await this.scopes.require(manager, principal, { permission, compoundIds: ids });
    return this.read(manager, principal, permission, ids);
  }

  private async read(
    manager: EntityManager,
    principal: Principal,
    permission: string,
    ids: readonly string[] | null,
  ): Promise<CompoundDirectory> {
    const rows = await this.names.inScope(manager, principal, permission, ids);
    const around = surroundings(await this.areas.all(manager, principal.cityId));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const survivorsFirst = rows.toSorted(
      (one, other) => Number(one.mergedInto !== null) - Number(other.mergedInto !== null),
    );
    return new CompoundDirectory(
      survivorsFirst.map((row) => {
        const { name, aliases } = row;
        const ownCode = ids === null ? row.ownCode : row.id;
        return { id: survivorOf(row, byId), ownCode, name, aliases, ...(around.get(row.areaId ?? '') ?? UNPLACED) };
      }),
    );
  }
}
