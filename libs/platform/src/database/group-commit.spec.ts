import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Commits of one group at a time, each of which ends when told. */
function gathered(most?: number): {
  commits: string[][];
  release: () => Promise<void>;
  group: GroupCommit<string, string>;
} {
  const commits: string[][] = [];
  const underWay: (() => void)[] = [];
  const group = new GroupCommit<string, string>(async (_, items) => {
    commits.push([...items]);
    await new Promise<void>((resolve) => underWay.push(resolve));
    return items.map((item) => (item.startsWith('bad') ? new Error(item) : `${item} done`));
  }, most);
  const release = async (): Promise<void> => {
    while (underWay.length === 0) await soon();
    underWay.shift()?.();
  };
  return { commits, release, group };
}

describe('a group commit', () => {
  it('gathers what arrives while the last commit is in flight, and answers each for itself', async () => {
    const { commits, release, group } = gathered();
    const first = group.add('a', '1');
    await soon();
    const others = Promise.allSettled(['2', 'bad', '3'].map((item) => group.add('a', item)));
    await release();
    expect(await first).toBe('1 done');
    await release();
    expect(await others).toMatchObject([{ value: '2 done' }, { reason: new Error('bad') }, { value: '3 done' }]);
    expect(commits).toEqual([['1'], ['2', 'bad', '3']]);
  });

  it('takes no more into one commit than it may', async () => {
    const { commits, release, group } = gathered(2);
    const all = Promise.all(['1', '2', '3', '4'].map((item) => group.add('a', item)));
    await release();
    await release();
    await all;
    expect(commits).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('commits as one what arrives in one turn of the loop', async () => {
    const { commits, release, group } = gathered();
    const all = Promise.all(['1', '2', '3'].map((item) => group.add('a', item)));
    await soon();
    expect(commits).toEqual([['1', '2', '3']]);
    await release();
    expect(await all).toEqual(['1 done', '2 done', '3 done']);
  });

  it('keeps groups apart', async () => {
    const commits: string[] = [];
    const group = new GroupCommit<string, string>(async (name, items) => {
      commits.push(`${name}:${items.length}`);
      return items;
    });
    await Promise.all([group.add('a', '1'), group.add('b', '2')]);
    expect(commits).toEqual(['a:1', 'b:1']);
  });

  it('tries the items of a failed batch one by one, and goes on afterwards', async () => {
    const tried: number[] = [];
    const group = new GroupCommit<number, number>(async (_, items) => {
      tried.push(items.length);
      await soon();
      if (items.includes(3)) throw new Error('poison');
      return items;
    });
    const answers = await Promise.allSettled([1, 2, 3, 4].map((item) => group.add('a', item)));
    expect(answers).toMatchObject([{ value: 1 }, { value: 2 }, { reason: new Error('poison') }, { value: 4 }]);
    expect(tried).toEqual([4, 1, 1, 1, 1]);
    expect(await group.add('a', 5)).toBe(5);
  });
});
