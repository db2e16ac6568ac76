import type { Principal } from '#libs/kernel';
import type { City } from '#libs/platform';
import type { Area } from '#libs/registry';

type NamedCity = Pick<City, 'id' | 'code'>;
type Root = Pick<Area, 'id' | 'path'>;

/** A grant of no person holds on every day; this one is before every register. */
const ALWAYS = '1900-01-01';

/** 运维操作员: whoever runs the commands of an installation, named as such in the audit log. */
export function operatorActor(): Principal['actor'] {
  return { kind: 'operator', id: 'operator', name: '运维操作员' };
}

/** The operator of the command line, over the whole tree of one city. */
export function operatorPrincipal(city: NamedCity, root: Root): Principal {
  return overWholeCity(city, root, operatorActor());
}

/** A background service, for example `coverage-audit`, over the whole tree of one city and named in its audit log. */
export function workerPrincipal(city: NamedCity, root: Root, name: string): Principal {
  return overWholeCity(city, root, { kind: 'worker', id: name, name });
}

/** A caller who did not sign in: behind the same wall, with no grant at all. */
export function publicPrincipal(city: NamedCity): Principal {
  return { cityId: city.id, cityCode: city.code, actor: { kind: 'public', id: 'public', name: '公众' }, grants: [] };
}

/** A person on the way in or out, who acts for nobody but themselves. */
export function personPrincipal(city: NamedCity, person: { readonly id: string; readonly name: string }): Principal {
  const actor = { kind: 'user', id: person.id, name: person.name } as const;
  return { cityId: city.id, cityCode: city.code, actor, grants: [] };
}

function overWholeCity(city: NamedCity, root: Root, actor: Principal['actor']): Principal {
  const scope = { kind: 'area', areaId: root.id, path: root.path } as const;
  const grant = { role: 'city-administrator', scope, from: ALWAYS, to: null } as const;
  return { cityId: city.id, cityCode: city.code, actor, grants: [grant] };
}
