import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#libs/kernel';
import { City, eachRow } from '#libs/platform';
import { areEqual } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../domain/canonical-json.js';
import { Frontier } from '../domain/frontier.js';
import { SUITES } from '../signing/suites.js';
import { textOfHead } from './head-text.js';
import { leafHashOf } from './leaf-sources.js';
import type { Settled } from './log-head.entity.js';
import { LogKey } from './log-key.entity.js';
import { latestHead } from './log.queries.js';

/** A log as it was read, leaf by leaf. */
export interface CheckedLog {
  /** The size of the newest head; 0 while nothing is sealed. */
  readonly size: number;
  readonly settledBefore: Settled;
  readonly fault: Bilingual | null;
  /** The leaf, in hexadecimal, of a record that says this. */
  leafHashOf(kind: string, salt: string, content: object): string;
}

const LEAVES = 'SELECT encode(leaf_hash, $$hex$$) FROM log_leaf WHERE city_id = $1 ORDER BY leaf_index';

/** Reads a city's whole log again: its leaves must give the root that was signed last, by a key of the city. */
@Injectable()
export class LogCheck {
  async read(manager: EntityManager, cityId: number): Promise<CheckedLog> {
    const city = await manager.findOneByOrFail(City, { id: cityId });
    const { hash, signing } = SUITES[city.cryptoSuite];
    const head = await latestHead(manager, cityId);
    const frontier = new Frontier(hash, 0, () => Buffer.alloc(0));
    await eachRow(manager, { text: LEAVES, values: [cityId] }, ([leaf]) => {
      frontier.append(Buffer.from(leaf ?? '', 'hex'));
    });
    const size = Number(head?.size ?? 0);
    const key = head && (await manager.findOneBy(LogKey, { cityId, id: head.keyId }));
    const isSigned = head && key && signing.verify(key.publicKey, Buffer.from(textOfHead(city, head)), head.signature);
    const isWhole = head ? frontier.size === size && areEqual(frontier.root(), head.root) : frontier.size === 0;
    return {
      ...{ size, settledBefore: head?.settledBefore ?? {} },
      fault: isWhole && (isSigned ?? true) ? null : broken(size),
      leafHashOf: (kind, salt, content) => leafHashOf(hash, salt, canonicalJson({ kind, ...content })).toString('hex'),
    };
  }
}

function broken(size: number): Bilingual {
  return {
    zh: `透明日志的叶与第 ${size} 叶时签署的树头不符。`,
    en: `the leaves of the log do not give the head that was signed at size ${size}.`,
  };
}
