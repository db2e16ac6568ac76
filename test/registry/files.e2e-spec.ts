import { readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, opened, upload } from '../support/files.js';
import { aPdf, aPng, aZip } from '../support/papers.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});

async function storedFiles(): Promise<string[]> {
  const folder = path.join(test.config.dataFolder, 'files', String(city.city.id));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((each) => each.isFile()).map(({ name }) => name);
}

async function nothingKept(): Promise<void> {
  const rows = await rowsOf(test, city, 'SELECT 1 FROM file UNION ALL SELECT 1 FROM file_upload');
  const lines = await rowsOf(test, city, `SELECT 1 FROM audit_line WHERE action = 'file.upload'`);
  expect({ rows, lines, stored: await storedFiles() }).toEqual({ rows: [], lines: [], stored: [] });
}

describe('uploading a scan', () => {
  it('keeps it by its content, and leaves an audit line', async () => {
    const answer = await upload(test, admin, aPdf('甲'), '晋物备〔2026〕1号 合同.pdf');
    expect(answer.status).toBe(201);
    const file = bodyOf<{ id: string; sha256: string }>(answer);
    expect(file).toMatchObject({
      name: '晋物备〔2026〕1号 合同.pdf',
      mediaType: 'application/pdf',
      size: aPdf('甲').length,
    });
    expect(await storedFiles()).toEqual([file.sha256]);
    const lines = await rowsOf(
      test,
      city,
      `SELECT actor_name, subject_id, after->>'sha256' AS sha256 FROM audit_line WHERE action = 'file.upload'`,
    );
    expect(lines).toEqual([{ actor_name: '管理员', subject_id: file.id, sha256: file.sha256 }]);
  });

  it('is one file for equal content of a city, under whatever name and by whomever, and another in another city', async () => {
    const other = await anAdministrator(test, city);
    const first = await aScan(test, admin, '甲');
    expect(bodyOf(await upload(test, admin, aPdf('甲'), '副本.pdf'))).toMatchObject({ id: first, name: '合同.pdf' });
    expect(bodyOf(await upload(test, other, aPdf('甲'), '他的.pdf'))).toMatchObject({ id: first, name: '他的.pdf' });
    const many = await Promise.all([1, 2, 3, 4].map(() => aScan(test, admin, '乙')));
    expect(new Set(many).size).toBe(1);
    expect(await rowsOf(test, city, 'SELECT 1 FROM file')).toHaveLength(2);
    const elsewhere = await anAdministrator(test, await aCity(test));
    expect(await aScan(test, elsewhere, '甲')).not.toBe(first);
  });

  it('names a file after its content', async () => {
    expect(bodyOf(await upload(test, admin, aPng(), '照片.exe'))).toMatchObject({
      name: '照片.png',
      mediaType: 'image/png',
    });
  });

  it.each([
    ['is empty', Buffer.alloc(0), 400, 'file.empty', '空的'],
    ['is a page of a web site', Buffer.from('<html></html>'), 415, 'file.kind-unsupported', '不是可以接受的种类'],
    ['is a zip of anything', aZip(['a.exe']), 415, 'file.kind-unsupported', '请上传 PDF'],
    ['is cut off', aPdf().subarray(0, 200), 400, 'file.cut-off', '重新扫描'],
    ['is larger than 20 MB', Buffer.alloc(21 * 1024 * 1024, 37), 413, 'file.too-large', '20 MB'],
  ])('is refused when the file %s, and keeps nothing', async (_, bytes, status, code, words) => {
    const answer = await upload(test, admin, bytes, '合同.pdf');
    expect(outcomeOf(answer)).toEqual([status, code]);
    expect(bodyOf<{ detail: string }>(answer).detail).toContain(words);
    await nothingKept();
  });

  it('speaks English to whoever asks for it', async () => {
    const bearer = `Bearer ${admin.accessToken}`;
    const sent = test.http.post('/api/v1/files').set('authorization', bearer).set('accept-language', 'en');
    const answer = await sent.attach('file', Buffer.from('no scan'), 'scan.pdf');
    expect(bodyOf<{ detail: string }>(answer).detail).toContain('Upload PDF, PNG, JPEG, OFD');
  });

  it('wants a form with exactly one file', async () => {
    const bearer = `Bearer ${admin.accessToken}`;
    const to = () => test.http.post('/api/v1/files').set('authorization', bearer);
    const two = await to().attach('file', aPdf('甲'), '甲.pdf').attach('file', aPdf('乙'), '乙.pdf');
    for (const answer of [await to().send({}), await to().field('note', '没有文件'), two]) {
      expect(outcomeOf(answer)).toEqual([400, 'request.invalid']);
      expect(bodyOf<{ errors: { field: string }[] }>(answer).errors.map(({ field }) => field)).toEqual(['file']);
    }
    await nothingKept();
  });

  it('is refused when the transfer breaks off, and keeps nothing', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), aPdf()]);
    const url = new URL(await test.app.getUrl());
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(
        {
          ...{ host: url.hostname, port: url.port, path: '/api/v1/files', method: 'POST' },
          headers: {
            authorization: `Bearer ${admin.accessToken}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': body.length,
          },
        },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => (text += part.toString()));
          response.on('end', () => resolve(text));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
    expect(JSON.parse(answer)).toMatchObject({ status: 400, code: 'file.transfer-cut-off' });
    await nothingKept();
  });

  it('is for those who record evidence', async () => {
    const scope = { kind: 'area', code: `${city.code}02001001` } as const;
    const community = await invited(test, city, admin, { role: 'community-staff', scope });
    expect((await upload(test, community, aPdf('丙'))).status).toBe(201);
    const auditor = await invited(test, city, admin, { role: 'auditor', scope });
    expect(outcomeOf(await upload(test, auditor, aPdf('丁')))).toEqual([403, 'request.forbidden']);
  });
});

describe('opening a file', () => {
  it('hands out the same bytes, shown in the page, under its name, never to be guessed at or kept', async () => {
    const { id } = bodyOf<{ id: string }>(await upload(test, admin, aPdf('甲'), '合同 (甲).pdf'));
    const answer = await opened(test, admin, id);
    expect(answer.body).toEqual(aPdf('甲'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="__ (_).pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%28%E7%94%B2%29.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('gives what a browser cannot show to be saved', async () => {
    const { id } = bodyOf<{ id: string }>(await upload(test, admin, aZip(['OFD.xml']), '批复.ofd'));
    const answer = await opened(test, admin, id);
    expect(answer.headers['content-type']).toBe('application/ofd');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('is not found by others while it hangs on nothing, nor from another city, nor where a list was imported', async () => {
    const id = await aScan(test, admin, '甲');
    const neighbour = await anAdministrator(test, city);
    const elsewhere = await anAdministrator(test, await aCity(test));
    for (const person of [neighbour, elsewhere]) {
      expect(outcomeOf(await person.get(`/files/${id}`))).toEqual([404, 'file.not-found']);
    }
    const form = test.http.post('/api/v1/imports').set('authorization', `Bearer ${admin.accessToken}`);
    const csv = Buffer.from('小区名称\n和顺苑');
    expect((await form.field('kind', 'compounds').attach('file', csv, '小区.csv')).status).toBe(201);
    const [list] = await rowsOf<{ id: string }>(test, city, 'SELECT file_id AS id FROM import');
    expect(outcomeOf(await admin.get(`/files/${list?.id}`))).toEqual([404, 'file.not-found']);
  });

  it('says so when the bytes are gone', async () => {
    const id = await aScan(test, admin, '甲');
    await rm(path.join(test.config.dataFolder, 'files', String(city.city.id)), { recursive: true });
    expect(outcomeOf(await admin.get(`/files/${id}`))).toEqual([500, 'file.bytes-missing']);
  });
});
