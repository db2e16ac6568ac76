import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isConsistent, isIncluded } from './checks.js';
import type { Hash } from './hashing.js';

// Vectors that implementations share; they lie beside the project where it is developed. The examples that are part of
// the project stand in tree.spec.ts.
const FOLDER = path.resolve('../shared/data/vectors');

const sha256: Hash = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const bytes = (base64: string | null): Buffer => Buffer.from(base64 ?? '', 'base64');

interface Vector {
  readonly case: string;
  readonly desc: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface Inclusion extends Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
}
interface Consistency extends Vector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string | null;
  readonly root2: string | null;
}

function vectors<T extends Vector>(file: string): readonly T[] {
  const full = path.join(FOLDER, file);
  return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T[]) : [];
}

/** Which vectors were judged otherwise than they should be. */
function misjudged<T extends Vector>(all: readonly T[], holds: (vector: T) => boolean): string[] {
  return all.filter((vector) => holds(vector) === vector.wantErr).map((vector) => `${vector.case}: ${vector.desc}`);
}

describe('the shared vectors of RFC 6962', () => {
  it('are judged rightly, where the folder is there', () => {
    const inclusion = vectors<Inclusion>('rfc6962_inclusion.json');
    const consistency = vectors<Consistency>('rfc6962_consistency.json');
    if (existsSync(FOLDER)) expect(Math.min(inclusion.length, consistency.length)).toBeGreaterThan(50);
    const wrong = misjudged(inclusion, (vector) =>
      isIncluded(sha256, {
        leafIndex: vector.leafIdx,
        size: vector.treeSize,
        leafHash: bytes(vector.leafHash),
        path: (vector.proof ?? []).map(bytes),
        root: bytes(vector.root),
      }),
    );
    const alsoWrong = misjudged(consistency, (vector) =>
      isConsistent(sha256, {
        first: vector.size1,
        second: vector.size2,
        firstRoot: bytes(vector.root1),
        secondRoot: bytes(vector.root2),
        path: (vector.proof ?? []).map(bytes),
      }),
    );
    expect([...wrong, ...alsoWrong]).toEqual([]);
  });
});
