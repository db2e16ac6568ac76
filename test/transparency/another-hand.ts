import { createHash, createPublicKey, verify } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

// A verifier by another hand: it knows the log only from what the server answers to anybody, the audit lines from what
// an auditor may read, and shares no code with the application.

interface Head {
  readonly city: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly hash: 'SHA-256' | 'SM3';
  readonly text: string;
  readonly signature: string;
  readonly keyId: string;
}
interface Key {
  readonly id: string;
  readonly algorithm: 'Ed25519' | 'SM2-SM3';
  readonly publicKey: string;
}
interface Line {
  readonly id: string;
  /** Said for people; all but this was sealed. */
  readonly label: string | null;
}
interface Receipt {
  readonly salt: string;
  readonly leafHash: string;
  readonly proof: { readonly leafHash: string; readonly leafIndex: number; readonly size: number } | null;
}
interface Inclusion {
  readonly leafIndex: number;
  readonly path: readonly string[];
}

type Ask = <T>(path: string) => Promise<T>;
type Digest = (...parts: (Buffer | string)[]) => string;

function digestOf(hash: Head['hash']): Digest {
  return (...parts) => {
    const made = createHash(hash === 'SM3' ? 'sm3' : 'sha256');
    for (const part of parts) made.update(typeof part === 'string' ? Buffer.from(part, 'hex') : part);
    return made.digest('hex');
  };
}

/** The root of the leaves, halved at the largest power of two (RFC 6962 §2.1, word for word). */
function rootOf(digest: Digest, leaves: readonly string[]): string {
  if (leaves.length === 1) return leaves[0] as string;
  const half = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return digest('01', rootOf(digest, leaves.slice(0, half)), rootOf(digest, leaves.slice(half)));
}

/** The root to which a leaf's path leads, from the top down. */
function rootByPath(digest: Digest, leaf: string, at: { index: number; size: number }, path: string[]): string {
  if (at.size === 1) return path.length === 0 ? leaf : 'the path is too long';
  const sibling = path.at(-1) ?? 'the path is too short';
  const half = 2 ** (Math.ceil(Math.log2(at.size)) - 1);
  const rest = path.slice(0, -1);
  return at.index < half
    ? digest('01', rootByPath(digest, leaf, { index: at.index, size: half }, rest), sibling)
    : digest('01', sibling, rootByPath(digest, leaf, { index: at.index - half, size: at.size - half }, rest));
}

/** Roots of the old and of the new tree as a consistency proof gives them, from the top down. */
function rootsByProof(
  digest: Digest,
  [first, second]: readonly [number, number],
  old: string | null,
  path: string[],
): [string, string] {
  if (first === second) {
    const known = old ?? path[0] ?? 'the proof is too short';
    return path.length === (old === null ? 1 : 0) ? [known, known] : ['too long', 'too long'];
  }
  const last = path.at(-1) ?? 'the proof is too short';
  const half = 2 ** (Math.ceil(Math.log2(second)) - 1);
  const rest = path.slice(0, -1);
  if (first <= half) {
    const [a, b] = rootsByProof(digest, [first, half], old, rest);
    return [a, digest('01', b, last)];
  }
  const [a, b] = rootsByProof(digest, [first - half, second - half], null, rest);
  return [digest('01', last, a), digest('01', last, b)];
}

function inOrder(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map((each) => inOrder(each)).join() + ']';
  const record = value as Record<string, unknown>;
  const names = Object.keys(record)
    .filter((name) => record[name] !== undefined)
    .sort();
  return '{' + names.map((name) => JSON.stringify(name) + ':' + inOrder(record[name])).join() + '}';
}

function isSigned(head: Head, keys: readonly Key[]): boolean {
  const key = keys.find(({ id }) => id === head.keyId);
  if (!key || createHash('sha256').update(key.publicKey).digest('hex') !== key.id) return false;
  const [text, signature] = [Buffer.from(head.text), Buffer.from(head.signature, 'base64')];
  if (key.algorithm === 'Ed25519') return verify(null, text, createPublicKey(key.publicKey), signature);
  const der = Buffer.from(key.publicKey.split('\n').slice(1, -2).join(''), 'base64');
  return sm2.doVerifySignature(text, signature.toString('hex'), der.subarray(-65).toString('hex'), { hash: true });
}

async function headComplaints(ask: Ask, head: Head): Promise<string[]> {
  const { origin, keys } = await ask<{ origin: string; keys: Key[] }>('key');
  const said = [origin, head.size, Buffer.from(head.root, 'hex').toString('base64'), head.at, head.hash];
  const complaints: string[] = [];
  if (origin !== `jiayuan/${head.city}` || said.join('\n') + '\n' !== head.text)
    complaints.push(`head ${head.size}: the text is another`);
  if (!isSigned(head, keys)) complaints.push(`head ${head.size}: the signature is wrong`);
  return complaints;
}

/** What an owner who kept an old head asks of the log later: is it still the beginning of today's? */
export async function extensionComplaints(ask: Ask, kept: Head): Promise<string[]> {
  const latest = await ask<Head>('heads/latest');
  const { path } = await ask<{ path: string[] }>(`proofs/consistency?from=${kept.size}&to=${latest.size}`);
  const [old, now] = rootsByProof(digestOf(latest.hash), [kept.size, latest.size], kept.root, [...path]);
  const complaints = [...(await headComplaints(ask, kept)), ...(await headComplaints(ask, latest))];
  if (old !== kept.root || now !== latest.root)
    complaints.push(`head ${latest.size}: it does not continue head ${kept.size}`);
  return complaints;
}

/** Everything: each line against its leaf, each leaf against the signed root by its own path and all together. */
export async function logComplaints(ask: Ask, audit: Ask): Promise<string[]> {
  const head = await ask<Head>('heads/latest');
  const digest = digestOf(head.hash);
  const complaints = await headComplaints(ask, head);
  const leaves = new Map<number, string>();
  let next: string | null = '';
  while (next !== null) {
    const query: string = next === '' ? '' : `&after=${next}`;
    const page: { items: Line[]; next: string | null } = await audit(`audit-lines?limit=200${query}`);
    for (const line of page.items) {
      const { salt, proof } = await audit<Receipt>(`audit-lines/${line.id}/receipt`);
      if (!proof) continue;
      // What is left undefined is no part of the text.
      const text = inOrder({ kind: 'audit-line', ...line, label: undefined });
      const leaf = digest('00', salt.replace(/-/g, ''), Buffer.from(text));
      if (leaf !== proof.leafHash) complaints.push(`leaf ${proof.leafIndex}: line ${line.id} is not what was sealed`);
      const { leafIndex, path } = await ask<Inclusion>(`proofs/inclusion?leaf=${proof.leafHash}&size=${head.size}`);
      const root = rootByPath(digest, proof.leafHash, { index: leafIndex, size: head.size }, [...path]);
      if (root !== head.root) complaints.push(`leaf ${leafIndex}: its path does not lead to the signed root`);
      leaves.set(leafIndex, proof.leafHash);
    }
    next = page.next;
  }
  const missing = Array.from({ length: head.size }, (_, index) => index).filter((index) => !leaves.has(index));
  for (const index of missing) complaints.push(`leaf ${index}: there is no line for it`);
  const all = Array.from({ length: head.size }, (_, index) => leaves.get(index) ?? '');
  if (missing.length === 0 && rootOf(digest, all) !== head.root) complaints.push('the leaves do not make up the root');
  return complaints;
}
