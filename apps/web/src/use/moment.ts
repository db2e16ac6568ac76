import { dayInShanghai, isDay } from '#libs/kernel';
import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import type { Basis } from '../api/types.js';
import { useAreas } from '../stores/areas.js';

/** The address parts that travel from page to page beside the place: day, state of knowledge, way of counting. */
const CARRIED = ['asOf', 'knownAt', 'basis'] as const;

const BASES: readonly string[] = ['strict', 'broad', 'claimed'];

export const today = (): string => dayInShanghai(new Date());

type Named = Exclude<RouteLocationRaw, string> & { query?: LocationQueryRaw };

export interface MomentView {
  readonly area: ComputedRef<string | undefined>;
  readonly asOf: ComputedRef<string>;
  readonly knownAt: ComputedRef<string | undefined>;
  readonly basis: ComputedRef<Basis>;
  /** What goes to the server: today and now are left out, so that the server's own clock decides. */
  readonly asked: ComputedRef<{ asOf?: string; knownAt?: string }>;
  readonly carried: ComputedRef<LocationQueryRaw>;
  set(change: LocationQueryRaw): Promise<unknown>;
  to(target: Named): RouteLocationRaw;
}

/** The place and the two clocks live in the address, so that what is seen can be sent. */
export function useMoment(): MomentView {
  const route = useRoute();
  const router = useRouter();
  const areas = useAreas();
  const text = (name: string): string | undefined => {
    const value = route.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const area = computed(() => {
    const inPath = route.params['area'];
    return typeof inPath === 'string' && inPath !== '' ? inPath : text('area');
  });
  const asOf = computed(() => {
    const day = text('asOf');
    return day !== undefined && isDay(day) ? day : today();
  });
  const knownAt = computed(() => text('knownAt'));
  const basis = computed<Basis>(() => {
    const wanted = text('basis');
    return wanted !== undefined && BASES.includes(wanted) ? (wanted as Basis) : 'strict';
  });
  const asked = computed(() => ({
    ...(text('asOf') === undefined ? {} : { asOf: asOf.value }),
    ...(knownAt.value === undefined ? {} : { knownAt: knownAt.value }),
  }));
  const carried = computed<LocationQueryRaw>(() => {
    const given = CARRIED.map((name) => [name, text(name)] as const).filter(([, value]) => value !== undefined);
    // A place that was refused is left behind, so that the next click leads home.
    const isCarried = area.value !== undefined && !areas.isElsewhere(area.value);
    const place = isCarried ? [['area', area.value] as const] : [];
    return Object.fromEntries([...given, ...place]);
  });
  const set = (change: LocationQueryRaw): Promise<unknown> => router.replace({ query: { ...route.query, ...change } });
  const to = (target: Named): RouteLocationRaw => {
    const query: LocationQueryRaw = { ...carried.value, ...target.query };
    // An area page has its place in the path; twice would be one too many.
    if ('params' in target && target.params && 'area' in target.params) delete query['area'];
    return { ...target, query };
  };
  return { area, asOf, knownAt, basis, asked, carried, set, to };
}
