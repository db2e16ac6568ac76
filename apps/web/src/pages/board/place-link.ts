import type { RouteLocationRaw } from 'vue-router';
import { useMoment } from '../../use/moment.js';
import type { Placed } from './counts.js';

/** Where a place of the board leads: an area to its own board, what lies in none to the compounds themselves. */
export function usePlaceLink(): (place: Placed) => RouteLocationRaw {
  const { to } = useMoment();
  return ({ code, isDirectly }) =>
    isDirectly
      ? to({ name: 'compounds', query: { area: code, directly: 'true' } })
      : to({ name: 'area', params: { area: code } });
}
