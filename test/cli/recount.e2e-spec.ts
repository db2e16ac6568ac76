import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { aBundle, m2, ORDINARY } from '../support/tally/bundles.js';
import type { Recount } from '#libs/tally';
import { aFile, documentOf, jiayuan, type Ended } from './command.js';

/** The recount as anybody runs it: no database, no data folder, nothing but the file. */
const OFFLINE = { LANG: 'C.UTF-8', DATABASE_URL: '', DATABASE_OWNER_URL: '', JIAYUAN_DATA: '/nowhere/at/all' };

const bundle = aBundle(ORDINARY, {
  for: [34, m2(3212.41)],
  against: [28, m2(2700)],
  invalid: [2, m2(300)],
  absent: [26, m2(2787.59)],
});

const recount = (args: readonly string[], env = OFFLINE): Promise<Ended> => jiayuan(['recount', ...args], env);

async function recounted(content: string | Buffer, ...args: string[]): Promise<Ended> {
  return recount([await aFile('bundle.json', content), ...args]);
}

describe('recount', () => {
  it('answers with one document, and the same whatever the file is called or how it is laid out', async () => {
    const ended = await recounted(JSON.stringify(bundle), '--json');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(documentOf<Recount>(ended).motions).toMatchObject([
      {
        id: 'm1',
        outcome: 'NO_QUORUM',
        quorum: { heads: { have: 62, need: 60, met: true }, weight: { have: '591241', need: '600000', met: false } },
        sensitive: [{ invalid: 'as_abstain', outcome: 'ADOPTED' }],
      },
    ]);
    const other = await recount(['--json', await aFile('别的名字.txt', JSON.stringify(bundle, null, '\t'))]);
    expect(other.out).toBe(ended.out);
  });

  it('tells people how near it was and what it hangs on, in Chinese and in an English terminal in English', async () => {
    const near = aBundle(ORDINARY, {
      for: [35, m2(3712.4)],
      against: [29, m2(2700)],
      invalid: [9, m2(1400)],
      absent: [10, 0],
    });
    const file = await aFile('near.json', JSON.stringify(near));
    const chinese = await recount([file]);
    expect(chinese.code).toBe(0);
    expect(chinese.out).toMatch(/^m1 议题 — 通过\n {2}民法典第二百七十八条：一般事项\n/);
    expect(chinese.out).toContain('参与  64人 (77.10%) ≥ 56人 ✓');
    expect(chinese.out).toContain('余量 2人  506.19㎡');
    expect(chinese.out).toContain('⚠ 敏感: 若无效票按弃权计 → 未通过');
    const english = await recount([file], { ...OFFLINE, LANG: 'en_GB.UTF-8' });
    expect(english.out).toContain('sensitive: if the invalid ballots count as abstentions → not adopted');
    expect(english.out).toContain('to spare 2 heads');
  });

  it('tells of options one by one, and says when nobody took part', async () => {
    const options = aBundle(ORDINARY, { 甲: [6, 600], 乙: [3, 300], absent: [1, 100] }, ['甲', '乙']);
    const told = await recounted(JSON.stringify(options));
    expect(told.out).toMatch(/甲：通过\n.*乙：未通过\n/);
    const nobody = await recounted(JSON.stringify(aBundle('cn-property-law-76-ordinary', { absent: [3, 300] })));
    expect([nobody.code, nobody.out]).toEqual([0, expect.stringMatching(/表决不成立\n.*\n.*没有人参与/)]);
  });

  it('reads a file as offices save it: with a mark of its encoding, or in GB 18030', async () => {
    const text = JSON.stringify(aBundle(ORDINARY, { 甲方案: [2, 200] }, ['甲方案']));
    const plain = await recounted(text, '--json');
    expect(documentOf<Recount>(plain).motions[0]?.counts).toHaveProperty('甲方案');
    for (const content of [`\uFEFF${text}`, iconv.encode(text, 'gb18030')]) {
      const ended = await recounted(content, '--json');
      expect([ended.code, ended.out]).toEqual([0, plain.out]);
    }
  });

  it('refuses with the path of the fault, in words and as a document', async () => {
    const ballots = bundle.ballots.map((ballot, at) => (at === 17 ? { ...ballot, choice: 'yes' } : ballot));
    const ended = await recounted(JSON.stringify({ ...bundle, ballots }), '--json');
    expect([ended.code, documentOf(ended).code]).toEqual([1, 'tally.choice-unknown']);
    expect(documentOf(ended)).toMatchObject({ status: 422, params: { path: 'ballots[17].choice', value: 'yes' } });
    expect(ended.err).toContain('ballots[17].choice “yes”');
    const people = await recounted(JSON.stringify({ ...bundle, roll: 7 }));
    expect([people.code, people.out]).toEqual([1, '']);
    expect(people.err).toBe(
      '复核包有误：roll 应为列表（[…]）。没有计票，请改正该处，或向公布单位重新索取。 [tally.bundle-malformed]\n',
    );
    const english = await recount([await aFile('b.json', '{}'), '--json'], { ...OFFLINE, LANG: 'en_GB' });
    expect(documentOf(english).detail).toMatch(/^The bundle is malformed: format must be "jiayuan.recount\/1"/);
  });

  it('refuses a file that is not there, is a folder, is empty, cut off, or no JSON', async () => {
    const whole = JSON.stringify(bundle);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-cli-'));
    for (const file of [`${folder}/none.json`, folder]) {
      const ended = await recount([file, '--json']);
      expect([ended.code, documentOf(ended).code]).toEqual([1, 'cli.file-unreadable']);
    }
    for (const content of ['', whole.slice(0, 500), 'party,motion\np1,m1', Buffer.from([0xff, 0xfe, 0x00])]) {
      const ended = await recounted(content, '--json');
      expect([ended.code, documentOf(ended).status]).toEqual([1, 400]);
      expect(documentOf(ended).code).toMatch(/^cli\.file-(not-json|unreadable)$/);
      expect(ended.err).not.toContain('    at ');
    }
  });

  it('used wrongly ends with 2, and explains itself with 0', async () => {
    for (const args of [[], ['a.json', 'b.json'], ['a.json', '--colour']]) {
      const ended = await recount([...args, '--json']);
      expect([args, ended.code, documentOf(ended).code]).toEqual([args, 2, 'cli.usage']);
    }
    const help = await recount(['--help']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('复核包')]);
    expect((await jiayuan(['--help'], OFFLINE)).out).toContain('recount');
  });

  it('counts a bundle of 50 MB', async () => {
    const owners = 330_000;
    const large = aBundle(ORDINARY, { for: [owners, owners * 9000] });
    const ballots = large.ballots.map((ballot) => ({
      ...ballot,
      channel: 'phone',
      castAt: '2026-11-20T08:00:00+08:00',
    }));
    const text = JSON.stringify({ ...large, ballots });
    expect(text.length).toBeGreaterThan(50_000_000);
    const ended = await recounted(text, '--json');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(documentOf<Recount>(ended).motions[0]?.counts.for).toEqual({ heads: owners, weight: String(owners * 9000) });
  });

  it.each(['counted', 'refused'])('loads no server and touches nothing, when the bundle is %s', async (how) => {
    const file = await aFile('bundle.json', how === 'counted' ? JSON.stringify(bundle) : '{}');
    const folder = path.dirname(file);
    const trace = path.resolve(import.meta.dirname, 'loaded-modules.mjs');
    const program = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
    const ended = spawnSync(process.execPath, ['--import', trace, program, 'recount', file, '--json'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...OFFLINE },
    });
    expect(ended.status).toBe(how === 'counted' ? 0 : 1);
    const loaded = ended.stderr.split('\n').filter((line) => line.startsWith('loaded '));
    const heavy = /node_modules\/(?!commander\/)|libs\/(?!kernel|law|tally)/;
    expect(loaded.some((line) => line.includes('libs/tally'))).toBe(true);
    expect(loaded.filter((line) => heavy.test(line))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['bundle.json']);
  });
});
