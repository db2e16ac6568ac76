import { describe, expect, it } from '@jest/globals';
import { routes } from '../routes.js';
import { placesFor } from './navigation.js';

const asked = (name: string): string | undefined => routes.find((route) => route.name === name)?.meta?.permission;

describe('the entries of the menu', () => {
  it('lead to pages, each shown to whoever may open its page and to nobody else', () => {
    const all = placesFor(() => true);
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ name }) => asked(name) === undefined)).toEqual([]);
    for (const { name } of all) {
      const shown = placesFor((permission) => permission === asked(name)).map((place) => place.name);
      expect(shown).toEqual(all.filter((place) => asked(place.name) === asked(name)).map((place) => place.name));
    }
  });

  it('count pages that belong to them', () => {
    const known = routes.map(({ name }) => name);
    expect(placesFor(() => true).flatMap(({ also = [] }) => also.filter((name) => !known.includes(name)))).toEqual([]);
  });

  it('show the matrix of powers to whoever may read powers, for that is what its answers ask', () => {
    const shown = placesFor((permission) => permission === 'power.read').map(({ name }) => name);
    expect(shown).toEqual(['delegations', 'supervision']);
  });
});
