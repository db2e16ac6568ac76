import type { Response } from 'supertest';
import type { TestApp } from './app.js';
import { bodyOf } from './answers.js';
import { aPdf } from './papers.js';
import type { Person } from './people.js';

/** Sends a file as a browser's form does. */
export async function upload(test: TestApp, by: Person, bytes: Buffer, name = '合同.pdf'): Promise<Response> {
  const request = test.http.post('/api/v1/files').set('authorization', `Bearer ${by.accessToken}`);
  return request.attach('file', bytes, { filename: name });
}

/** The id of a scan that a person has just sent. */
export async function aScan(test: TestApp, by: Person, text: string): Promise<string> {
  const answer = await upload(test, by, aPdf(text));
  if (answer.status !== 201) throw new Error(`upload: ${answer.status} ${JSON.stringify(answer.body)}`);
  return bodyOf<{ id: string }>(answer).id;
}

/** What an address answers, with its bytes as they are; without a person, as anybody gets it. */
export async function downloaded(test: TestApp, path: string, by: Person | null): Promise<Response> {
  const request = test.http.get(`/api/v1${path}`);
  return (by ? request.set('authorization', `Bearer ${by.accessToken}`) : request)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

/** Opens a file; the bytes come as they are. */
export async function opened(test: TestApp, by: Person, id: string): Promise<Response> {
  return downloaded(test, `/files/${id}`, by);
}
