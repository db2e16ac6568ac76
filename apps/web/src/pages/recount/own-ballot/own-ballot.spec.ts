import { describe, expect, it } from '@jest/globals';
import { commitmentOf, sealBoard, type SealedBallot, type VoterProof } from '#libs/tally';
import { hashNamed } from '../../log/suites.js';
import { answersIn, checkBallot, readBoard, readCode, readOwnPaper, shownCode } from './own-ballot.js';

const ballots: SealedBallot[] = ['for', 'against', 'abstain'].map((answer, at) => ({
  salt: Uint8Array.from({ length: 16 }, (_, byte) => byte + at),
  text: JSON.stringify({ party: `p${at}`, answers: { m1: answer } }),
}));

describe.each(['SHA-256', 'SM3'])('a ballot on a board sealed with %s', (name) => {
  const hash = hashNamed(name);
  if (!hash) throw new Error(name);
  const { board, proofs } = sealBoard(hash, ballots);
  const [proof, other] = proofs as [VoterProof, VoterProof];

  it('is found, with the whole board or with its head alone', () => {
    expect(checkBallot({ ...board }, proof)).toEqual({ verdict: 'on-board', index: proof.index });
    expect(checkBallot({ ...board, leaves: null }, other).verdict).toBe('on-board');
  });

  it('is not found where its text, its salt or its place is another', () => {
    for (const forged of [
      { text: proof.text.replace('for', 'against') },
      { salt: other.salt },
      { index: other.index },
    ]) {
      expect(checkBallot(board, { ...proof, ...forged })).toEqual({ verdict: 'not-on-board', index: null });
    }
  });

  it('is told from a ballot of another board', () => {
    const smaller = sealBoard(hash, ballots.slice(1)).board;
    expect(checkBallot(smaller, proof).verdict).toBe('other-board');
  });

  it('is found by the receipt that was kept on the day of the vote, and by its code alone', () => {
    const [ballot] = ballots as [SealedBallot];
    const code = Buffer.from(commitmentOf(hash, ballot)).toString('hex');
    const shown = shownCode(code);
    expect(shown).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    const kept = readOwnPaper({ salt: Buffer.from(ballot.salt).toString('base64'), text: ballot.text, code: shown });
    for (const paper of [kept, readCode(code), readCode(shown), readCode(` ${shown.toLowerCase()} `)]) {
      expect(paper && checkBallot(board, paper)).toEqual({ verdict: 'on-board', index: proof.index });
      expect(paper && checkBallot({ ...board, leaves: null }, paper).verdict).toBe('head-alone');
    }
    const forged = kept && { ...kept, code, text: ballot.text.replace('for', 'against') };
    expect(forged && checkBallot(board, forged).verdict).toBe('not-on-board');
    expect(checkBallot(board, { code: '0'.repeat(12), salt: null, text: null }).verdict).toBe('not-on-board');
  });

  it('is not looked for on a board that does not hang together', () => {
    const [first, second, ...rest] = board.leaves as [string, string, ...string[]];
    for (const leaves of [
      [second, first, ...rest],
      [first, first, ...rest],
      [second, ...rest],
    ]) {
      expect(checkBallot({ ...board, leaves }, proof).verdict).toBe('broken-board');
    }
  });
});

describe('what is handed in', () => {
  it('is a board with its head, or none', () => {
    expect(readBoard({ size: 3, root: 'AA==' })).toEqual({ size: 3, root: 'AA==', leaves: null });
    for (const no of [null, undefined, 7, {}, { size: '3', root: 'A' }, { size: 3, root: 'A', leaves: [1] }]) {
      expect(readBoard(no)).toBeNull();
    }
  });

  it('is a code of twelve signs or a whole one, a receipt, or none', () => {
    for (const no of ['', '9F2C', '9F2C-0A71-B3DX', '9F2C-0A71-B3DE-0']) expect(readCode(no)).toBeNull();
    for (const no of [null, undefined, 7, {}, { salt: 'AA==' }, { text: '' }]) expect(readOwnPaper(no)).toBeNull();
  });

  it('says its answers where it is written as ballots are', () => {
    const proof = { salt: '', index: 0, size: 1, path: [] };
    expect(answersIn({ ...proof, text: '{"answers":{"m1":"for"}}' })).toEqual([{ motion: 'm1', answer: 'for' }]);
    for (const text of ['', 'null', '{}', '{"answers":{"m1":1}}']) expect(answersIn({ ...proof, text })).toBeNull();
    expect(answersIn({ text: null })).toBeNull();
  });
});
