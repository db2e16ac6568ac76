import { describe, expect, it } from '@jest/globals';
import { importsOf, libraryOf, projectFiles, sources, textOf } from '../support/source.js';
import { LIBRARY_ORDER } from './library-order.js';

const order = LIBRARY_ORDER as readonly string[];

function violations(check: (file: string, imported: string) => boolean, files = sources()): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => check(file, imported))
      .map((imported) => `${file} → ${imported}`),
  );
}

describe('dependencies', () => {
  it('lists every library in the order, and no other', () => {
    const libraries = new Set(
      projectFiles()
        .map(libraryOf)
        .filter((name) => name !== null),
    );
    expect([...libraries].sort()).toEqual([...order].sort());
  });

  it('lets a library import only doors of libraries before it', () => {
    const found = violations((file, imported) => {
      const from = libraryOf(file);
      const to = /^#libs\/(.+)$/.exec(imported)?.[1];
      return from !== null && to !== undefined && order.indexOf(to) >= order.indexOf(from);
    });
    expect(found).toEqual([]);
  });

  it('reaches other libraries only through #libs/<name>, and stays inside its own with relative paths', () => {
    const found = violations((file, imported) => {
      if (imported.startsWith('#libs/')) return !order.includes(imported.slice('#libs/'.length));
      if (!imported.startsWith('.')) return false;
      const target = new URL(imported, `file:///${file}`).pathname.slice(1);
      const home = /^(libs|apps)\/[^/]+\//.exec(file)?.[0] ?? '';
      return !target.startsWith(home);
    });
    expect(found).toEqual([]);
  });

  it('never imports the own door', () => {
    expect(violations((file, imported) => libraryOf(file) !== null && imported === `#libs/${libraryOf(file)}`)).toEqual(
      [],
    );
    expect(
      violations(
        (file, imported) =>
          libraryOf(file) !== null && /(^|\/)index\.js$/.test(imported) && !imported.includes('migrations/'),
      ),
    ).toEqual([]);
  });

  it('keeps the rules pure: domain folders import only each other, kernel, law and tally', () => {
    const pure = sources().filter(
      (file) => /^libs\/[^/]+\/src\/domain\//.test(file) || /^libs\/(kernel|law|tally)\//.test(file),
    );
    const allowed = ['#libs/kernel', '#libs/law', '#libs/tally'];
    expect(violations((_, imported) => !imported.startsWith('.') && !allowed.includes(imported), pure)).toEqual([]);
    const outside = violations((file, imported) => {
      const domain = /^libs\/[^/]+\/src\/domain\//.exec(file)?.[0];
      return (
        domain !== undefined &&
        imported.startsWith('.') &&
        !new URL(imported, `file:///${file}`).pathname.slice(1).startsWith(domain)
      );
    }, pure);
    expect(outside).toEqual([]);
    const impure = pure.filter((file) => /Date\.now|new Date\(\)|Math\.random|\bprocess\./.test(textOf(file)));
    expect(impure).toEqual([]);
  });

  it('lets apps import libraries and never each other', () => {
    expect(violations((file, imported) => /^apps\//.test(file) && /\.\.\/(\.\.\/)*apps\//.test(imported))).toEqual([]);
  });

  it('lets only apps and tests import schema', () => {
    expect(violations((file, imported) => libraryOf(file) !== null && imported === '#libs/schema')).toEqual([]);
  });

  it('writes doors with explicit names', () => {
    const doors = sources().filter((file) => /^libs\/[^/]+\/src\/index\.ts$/.test(file));
    expect(doors.length).toBe(order.length);
    expect(doors.filter((file) => /export \*/.test(textOf(file)))).toEqual([]);
  });
});
