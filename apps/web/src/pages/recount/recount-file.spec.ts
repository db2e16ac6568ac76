import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { aBundle, m2, ORDINARY } from '../../../../../test/support/tally/bundles.js';
import { countFile, publicAddress, type Counted } from './recount-file.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const bundle = aBundle(ORDINARY, { for: [34, m2(3212.41)], against: [28, m2(2700)], absent: [26, m2(2787.59)] });

describe('a file that is chosen to be counted', () => {
  it('is counted, with or without the mark of its encoding', () => {
    for (const text of [JSON.stringify(bundle), `\uFEFF${JSON.stringify(bundle, null, '\t')}`]) {
      const counted = countFile(bytes(text)) as Counted;
      expect(counted.found.motions).toMatchObject([{ id: 'm1', outcome: 'ADOPTED' }]);
      expect(counted.electorate).toEqual({ parties: 88, heads: 88, weight: 870_000n });
    }
  });

  it('is counted as old offices save it, in GB 18030', () => {
    const text = JSON.stringify(aBundle(ORDINARY, { X: [2, 200] }, ['X']));
    const gb18030 = [0xbc, 0xd7, 0xb7, 0xbd, 0xb0, 0xb8];
    const saved = [...bytes(text)].flatMap((byte) => (byte === 0x58 ? gb18030 : [byte]));
    const counted = countFile(Uint8Array.from(saved)) as Counted;
    expect(counted.poll.motions[0]?.options).toEqual(['甲方案']);
  });

  it('is refused with the path of its fault', () => {
    const ballots = bundle.ballots.map((ballot, at) => (at === 17 ? { ...ballot, choice: 'yes' } : ballot));
    const refusal = countFile(bytes(JSON.stringify({ ...bundle, ballots })));
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'tally.choice-unknown', params: { path: 'ballots[17].choice' } });
  });

  it('is told apart from what it is taken for', () => {
    const proof = { salt: 'AA==', text: '{}', index: 0, size: 1, path: [] };
    expect(countFile(bytes(' \n'))).toBe('empty');
    expect(countFile(bytes(JSON.stringify(bundle).slice(0, 500)))).toBe('not-json');
    expect(countFile(Uint8Array.of(0x50, 0x4b, 0xff, 0xff))).toBe('not-json');
    expect(countFile(bytes(JSON.stringify(proof)))).toBe('proof');
    expect(countFile(bytes(JSON.stringify({ size: 1, root: 'AA==', leaves: ['AA=='] })))).toBe('board');
    expect(countFile(bytes('null'))).toMatchObject({ params: { path: '$' } });
  });
});

describe('the address of a public document', () => {
  const here = 'https://jiayuan.example';

  it('is one of this site', () => {
    const path = '/api/v1/public/1405/assemblies/7/bundle?motion=m1%2Fc1';
    expect(publicAddress(path, here)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/api/v1/public/x',
    '//elsewhere.example/api/v1/public/x',
    '/\\elsewhere.example/api/v1/public/x',
    'javascript:alert(1)',
    '/api/v1/users',
    '/api/v1/public/../users',
    '/api/v1/public/%2e%2e/users',
    'api/v1/public/x',
    'http://',
    '',
  ])('is not %j', (asked) => {
    expect(publicAddress(asked, here)).toBeNull();
  });
});
