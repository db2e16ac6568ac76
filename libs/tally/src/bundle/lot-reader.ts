import type { DrawnLot } from './bundle.js';
import { isText, isWhole, listAt, malformed, noteAt, objectAt } from './fault.js';

function readLot(entry: unknown, path: string): DrawnLot {
  const { motion, order: said, for: border, places, drawnAt, place, method } = objectAt(entry, path);
  if (!isText(motion)) malformed(`${path}.motion`, 'text');
  const order = listAt(said, `${path}.order`).map((each, at) =>
    isText(each) ? each : malformed(`${path}.order[${at}]`, 'text'),
  );
  if (new Set(order).size !== order.length || order.length < 2) malformed(`${path}.order`, 'equals');
  if (border !== 'seats' && border !== 'alternates') malformed(`${path}.for`, 'border');
  if (!isWhole(places) || places === 0) malformed(`${path}.places`, 'places');
  const told = { drawnAt: noteAt(drawnAt, `${path}.drawnAt`), place: noteAt(place, `${path}.place`) };
  return { motion, order, for: border, places, ...told, method: noteAt(method, `${path}.method`) };
}

/** The lots that were drawn; none where the bundle tells of none. @throws DomainError `tally.bundle-malformed` */
export function readLots(value: unknown): readonly DrawnLot[] {
  if (value === undefined || value === null) return [];
  return listAt(value, 'lots').map((entry, at) => readLot(entry, `lots[${at}]`));
}
