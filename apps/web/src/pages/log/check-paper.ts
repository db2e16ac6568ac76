import { asProblem } from '../../api/problem.js';
import { isInTree, isOwnLeaf, isSound, type Receipt } from './log-checks.js';
import {
  latestHead,
  leafOfDocument,
  proveInclusion,
  readKeys,
  type Head,
  type Inclusion,
  type Keys,
} from './public-log.js';

/** What came of a check: whole, not sealed yet, altered since, not in the log at all, or not proven. */
export type Verdict = 'whole' | 'waiting' | 'altered' | 'missing' | 'unproven';

export interface Step {
  readonly name: 'text' | 'included' | 'signed';
  readonly holds: boolean;
}

export interface Checked {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  readonly documentNumber: string | null;
  readonly leafHash: string;
  readonly head: Head;
  readonly keys: Keys;
  readonly proof: Inclusion | null;
}

interface Asked {
  readonly city: string;
  readonly leafHash: string;
  readonly documentNumber: string | null;
  /** Whether the log should hold it by now. */
  readonly isSealed: boolean;
  readonly steps: readonly Step[];
}

/** @returns null when the log holds no such leaf */
async function proofOf(city: string, leafHash: string, size: number): Promise<Inclusion | null> {
  try {
    return await proveInclusion(city, leafHash, size);
  } catch (thrown) {
    if (asProblem(thrown).code === 'log.leaf-unknown') return null;
    throw thrown;
  }
}

async function check(asked: Asked): Promise<Checked> {
  const { city, leafHash, documentNumber, isSealed } = asked;
  const [head, keys] = await Promise.all([latestHead(city), readKeys(city)]);
  const proof = await proofOf(city, leafHash, head.size);
  const known = { documentNumber, leafHash, head, keys, proof };
  const signed: Step = { name: 'signed', holds: isSound(head, keys) };
  if (proof === null) {
    const absent = documentNumber === null ? 'missing' : 'altered';
    return { ...known, verdict: isSealed ? absent : 'waiting', steps: [...asked.steps, signed] };
  }
  const included: Step = { name: 'included', holds: isInTree(leafHash, proof, head) };
  const steps = [...asked.steps, included, signed];
  return { ...known, verdict: steps.every(({ holds }) => holds) ? 'whole' : 'unproven', steps };
}

/** Checks the paper of a number against the log of the city that issued it. @throws ProblemError */
export async function checkNumber(typed: string): Promise<Checked> {
  return check({ ...(await leafOfDocument(typed)), steps: [] });
}

/** Checks a receipt against the log of a city: first its own text, then its place in the log. @throws ProblemError */
export async function checkReceipt(city: string, receipt: Receipt): Promise<Checked> {
  const holds = isOwnLeaf(receipt);
  const { leafHash } = receipt;
  const steps: Step[] = [{ name: 'text', holds }];
  const checked = await check({ city, leafHash, documentNumber: null, isSealed: receipt.proof !== null, steps });
  return holds ? checked : { ...checked, verdict: 'altered' };
}
