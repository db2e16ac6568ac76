import { describe, expect, it } from '@jest/globals';
import { textOf } from '../support/source.js';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('lock file', () => {
  const packages = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }).packages;

  it('has an entry for every optional package of another platform, or npm ci would fail there', () => {
    const names = Object.keys(packages);
    const missing = Object.entries(packages).flatMap(([place, locked]) =>
      Object.keys(locked.optionalDependencies ?? {})
        .filter(
          (name) => !names.some((other) => other === `node_modules/${name}` || other.endsWith(`/node_modules/${name}`)),
        )
        .map((name) => `${place} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('agrees with package.json on every direct dependency', () => {
    const wanted = JSON.parse(textOf('package.json')) as { dependencies: object; devDependencies: object };
    const root = packages[''] as { dependencies: object; devDependencies: object };
    expect(root.dependencies).toEqual(wanted.dependencies);
    expect(root.devDependencies).toEqual(wanted.devDependencies);
  });
});
