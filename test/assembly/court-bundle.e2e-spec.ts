import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBundle, recount } from '#libs/tally';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, downloadedBy } from '../support/files.js';
import { invited, type Person } from '../support/people.js';
import { readPrinted } from '../support/reading/printed-paper.js';
import { readZip, sha256Of } from '../support/reading/zip.js';
import {
  castMany,
  certified,
  done,
  flats,
  opened,
  someOwners,
  type Certified,
  type Owners,
  type Prepared,
} from './support/votes.js';
import { MOBILE_NUMBER } from '../support/reading/mobile-number.js';

let test: TestApp;
let owners: Owners;
let vote: Prepared;
let result: Certified;
let image: string;

const REASON = { reason: '（2026）晋0502民初123号案件举证' };

/** A vote by desk and on paper, with a delivery that can be shown and an objection that was answered. */
async function held(): Promise<void> {
  vote = await opened(test, owners);
  const at = `/assemblies/${vote.id}`;
  const parties = await castMany(test, owners, vote, { for: 7, against: 2 });
  const [party = ''] = parties.slice(9).map((each) => each.party);
  const fileId = await aScan(test, owners.desk, '签收单');
  const entry = { partyId: party, method: 'hand', outcome: 'delivered', recipient: 'owner', fileId };
  done(await owners.desk.post(`${at}/delivery`, { entries: [entry] }));
  done(await owners.desk.post(`${at}/paper-slips`, { partyIds: [party] }));
  done(await owners.desk.post(`${at}/paper-slips/returns`, { slips: ['00001'] }));
  image = await aScan(test, owners.desk, '票面影像');
  const entries = [{ slip: '00001', answers: [{ motion: vote.motions[0], ticked: ['for'] }] }];
  const batch = done<{ id: string }>(await owners.desk.post(`${at}/paper-batches`, { fileId: image, entries }));
  done(await owners.colleague.post(`${at}/paper-batches/${batch.id}/keyings`, { entries }));
  result = await certified(test, owners, vote.id);
  done(await owners.desk.post(`${at}/publication`, { reason: '公告栏' }));
  const { id } = done<{ id: string }>(
    await owners.desk.post(`${at}/objections`, { objector: '1-1-101', content: '少计一票' }),
  );
  done(await owners.desk.post(`${at}/objections/${id}/answer`, { outcome: 'dismissed', content: '复核无误' }));
}

beforeAll(async () => {
  test = await testApp();
  owners = await someOwners(test, flats(12));
  await held();
});
afterAll(() => test.close());

const asked = (by: Person, id: string, body: object = REASON): Promise<Response> =>
  downloadedBy(test, by, { path: `/assemblies/${id}/court-bundle`, body });

describe('the file of a vote for a court', () => {
  it('holds everything, and every file is as its hash says', async () => {
    const answer = await asked(owners.desk, vote.id);
    expect([answer.status, answer.headers['content-type']]).toEqual([201, 'application/zip']);
    const files = await readZip(answer.body as Buffer);
    const { files: listed } = JSON.parse(String(files.get('目录.json'))) as {
      files: { path: string; sha256: string }[];
    };
    const others = [...files.keys()].filter((path) => path !== '目录.json' && path !== '校验.sha256');
    expect(listed.map(({ path }) => path).sort()).toEqual([...others].sort());
    for (const { path, sha256 } of listed) expect([path, sha256Of(files.get(path) as Buffer)]).toEqual([path, sha256]);
    const sums = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
    expect(String(files.get('校验.sha256'))).toBe(sums);
    for (const part of [
      '01-公告',
      '02-名册',
      '03-送达/凭证',
      '04-表决票',
      '05-纸票/影像',
      '06-结果',
      '07-异议',
      '08-',
    ]) {
      expect([part, others.some((path) => path.startsWith(part))]).toEqual([part, true]);
    }
  });

  it('leads to the same result, the published hash, and the signed record', async () => {
    const files = await readZip((await asked(owners.desk, vote.id)).body as Buffer);
    const file = (name: string): Buffer => files.get(name) as Buffer;
    expect(sha256Of(file('06-结果/结果记录.json'))).toBe(result.recordHash);
    expect(JSON.parse(String(file('06-结果/签署.json')))).toMatchObject({ signers: ['张三', '李四'] });
    expect(JSON.parse(String(file('04-表决票/封存公示板.json')))).toMatchObject({
      size: 10,
      root: result.record.boardRoot,
    });
    const bundle = [...files].find(([path]) => path.startsWith('04-表决票/复核包/'))?.[1];
    const counted = recount(readBundle(JSON.parse(String(bundle))));
    expect(counted.motions.map(({ outcome }) => outcome)).toEqual(['ADOPTED']);
    expect(readPrinted(file('06-结果/表决结果公告.pdf')).text).toContain(result.recordHash);
    expect(String(file('07-异议/对结果的异议与答复.json'))).toContain('复核无误');
    const lines = JSON.parse(String(file('08-公开日志/留痕与存在性证明.json'))) as { text: string; leafHash: string }[];
    const actions = lines.map(({ text }) => (JSON.parse(text) as { action: string }).action);
    for (const step of ['notice', 'opening', 'closure', 'certification', 'publication']) {
      expect(actions).toContain(`assembly.${step}`);
    }
    expect(String(file('说明.txt'))).toContain(REASON.reason);
  });

  it('names no owner, no phone, and of a secret vote not whose slip is whose', async () => {
    const files = await readZip((await asked(owners.desk, vote.id)).body as Buffer);
    const texts = [...files].filter(([path]) => /\.(csv|json|txt)$/.test(path)).map(([, bytes]) => String(bytes));
    expect(texts.filter((text) => /业主\d|张\*/.test(text) || MOBILE_NUMBER.test(text))).toEqual([]);
    expect(String(files.get('05-纸票/发放收回作废.csv'))).toContain('00001');
    expect(String(files.get('05-纸票/发放收回作废.csv'))).not.toContain('1-1-1');
    expect(String(files.get('04-表决票/收票流水.csv'))).not.toContain('1-1-1');
  });

  it('keeps who took it out and why, and an owner whose vote is in it finds it among who looked', async () => {
    const units = `/compounds/${owners.compound}/units`;
    const { items } = done<{ items: { id: string; owners: { id: string }[] }[] }>(await owners.admin.get(units));
    const [home] = items;
    const binding = { ownerId: home?.owners[0]?.id, phone: '13912340001', seenDocument: '身份证', reason: '本人到场' };
    done(await owners.admin.post(`${units}/${home?.id}/bindings`, binding));
    await asked(owners.colleague, vote.id);
    const seen = `SELECT what FROM data_access WHERE viewer_id = '${owners.colleague.id}'`;
    expect(await rowsOf(test, owners.city, seen)).toEqual([{ what: 'revealed' }]);
    const lines = await rowsOf<{ after: { reason: string } }>(
      test,
      owners.city,
      `SELECT "after" FROM audit_line WHERE action = 'court-bundle.make' ORDER BY id DESC LIMIT 1`,
    );
    expect(lines[0]?.after.reason).toBe(REASON.reason);
  });

  it('is for offices of the street and above, with a reason, and not before the count', async () => {
    const { admin, city } = owners;
    const scope = { kind: 'area', code: `${city.code}02001001` } as const;
    const community = await invited(test, city, admin, { role: 'community-staff', scope });
    const refused = async (by: Person, id: string, body?: object): Promise<unknown[]> => {
      const answer = await asked(by, id, body);
      return outcomeOf({ status: answer.status, body: JSON.parse(String(answer.body)) as object });
    };
    expect(await refused(community, vote.id)).toEqual([403, 'request.forbidden']);
    expect(await refused(owners.desk, vote.id, {})).toEqual([400, 'request.invalid']);
    const running = await opened(test, owners);
    expect(await refused(owners.desk, running.id)).toEqual([409, 'result.hidden']);
  });
});
