import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { useProposals, type Proposals } from './proposals.js';

interface Asked {
  readonly words: string;
  readonly signal: AbortSignal;
  readonly answer: (items: readonly string[]) => Promise<void>;
  readonly refuse: () => Promise<void>;
}

let scope: EffectScope;
let asked: Asked[];

const typed = ref('');

beforeEach(() => {
  scope = effectScope();
  asked = [];
  typed.value = '';
});
afterEach(() => scope.stop());

function proposals(isChosen?: (words: string) => boolean): Proposals<string> {
  const ask = (words: string, signal: AbortSignal): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const then = async (done: () => void): Promise<void> => {
        done();
        await new Promise(setImmediate);
      };
      const answer = (items: readonly string[]): Promise<void> => then(() => resolve(items));
      asked.push({ words, signal, answer, refuse: () => then(() => reject(new Error('no network'))) });
    });
  return scope.run(() => useProposals(typed, ask, isChosen)) as Proposals<string>;
}

/** Types, and rests until the server is asked. */
async function type(words: string): Promise<Asked> {
  const before = asked.length;
  typed.value = words;
  await nextTick();
  while (asked.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
  return asked.at(-1) as Asked;
}

describe('proposals', () => {
  it('drops an answer to words that were typed over', async () => {
    const { found } = proposals();
    const early = await type('凤');
    const late = await type('凤凰');
    expect(early.signal.aborted).toBe(true);
    await late.answer(['凤凰苑']);
    await early.answer(['凤鸣苑', '凤凰苑']);
    expect(found.value).toEqual(['凤凰苑']);
  });

  it('drops an answer that comes when nothing is typed any more', async () => {
    const { found } = proposals();
    const early = await type('凤');
    typed.value = ' ';
    await nextTick();
    await early.answer(['凤鸣苑']);
    expect(found.value).toEqual([]);
  });

  it('says that nothing fits only when the server said so', async () => {
    const { found, isNothing } = proposals();
    await (await type('没有')).answer([]);
    expect(isNothing.value).toBe(true);
    await (await type('断网')).refuse();
    expect([found.value, isNothing.value]).toEqual([[], false]);
  });

  it('asks for nothing once something was chosen, and keeps what was found', async () => {
    const { found } = proposals((words) => words === '凤凰苑');
    await (await type('凤')).answer(['凤凰苑']);
    typed.value = '凤凰苑';
    await nextTick();
    await type('凤凰');
    expect(asked.map(({ words }) => words)).toEqual(['凤', '凤凰']);
    expect(found.value).toEqual(['凤凰苑']);
  });
});
