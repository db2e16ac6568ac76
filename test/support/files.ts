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

type Asking = ReturnType<TestApp['http']['get']>;

/** The bytes of an answer as they are. */
async function bytesOf(request: Asking, by: Person | null): Promise<Response> {
  return (by ? request.set('authorization', `Bearer ${by.accessToken}`) : request)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

/** What an address answers; without a person, as anybody gets it. */
export async function downloaded(test: TestApp, path: string, by: Person | null): Promise<Response> {
  return bytesOf(test.http.get(`/api/v1${path}`), by);
}

/** The same for a file that is made when it is asked for with a body. */
export async function downloadedBy(
  test: TestApp,
  by: Person,
  { path, body }: { readonly path: string; readonly body: object },
): Promise<Response> {
  return bytesOf(test.http.post(`/api/v1${path}`).send(body), by);
}

/** Opens a file; the bytes come as they are. */
export async function opened(test: TestApp, by: Person, id: string): Promise<Response> {
  return downloaded(test, `/files/${id}`, by);
}
