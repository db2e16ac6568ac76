import { DomainError } from '#libs/kernel';
import { invalidFields } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import type { NewFile } from './files.service.js';

/** The largest scan, as people are told: a hundred pages at 200 dpi stay below it. */
export const LARGEST_SCAN = { bytes: 20 * 1024 * 1024, text: '20 MB' } as const;

interface FilePart {
  readonly filename: string;
  toBuffer(): Promise<Buffer>;
}

type Multipart = FastifyRequest & {
  isMultipart(): boolean;
  files(options: { limits: { fileSize: number; files: number; fields: number } }): AsyncIterable<FilePart>;
};

const FORM = '请以 multipart/form-data 上传一个文件，字段名为 file';
const FORM_EN = 'send exactly one file as multipart/form-data, in the field file';

const badForm = (): DomainError => invalidFields([{ field: 'file', zh: FORM, en: FORM_EN }]);

/** What a fault of the form means to whoever sent it. */
function meantBy(thrown: unknown): unknown {
  const { code = '', message = '' } = thrown as { code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new DomainError('file.too-large', { limit: LARGEST_SCAN.text });
  if (/^FST_(FILES|PARTS|FIELDS)_LIMIT$/.test(code)) return badForm();
  return /terminated early|unexpected end/i.test(message) ? new DomainError('file.transfer-cut-off') : thrown;
}

/**
 * Reads the one file of a form.
 * @throws DomainError `request.invalid`, `file.too-large`, `file.transfer-cut-off`
 */
export async function readFileUpload(request: FastifyRequest): Promise<NewFile> {
  const multipart = request as Multipart;
  if (!multipart.isMultipart()) throw badForm();
  const limits = { fileSize: LARGEST_SCAN.bytes, files: 1, fields: 0 };
  let file: NewFile | null = null;
  try {
    for await (const part of multipart.files({ limits })) file = { name: part.filename, bytes: await part.toBuffer() };
  } catch (thrown) {
    throw meantBy(thrown);
  }
  if (!file) throw badForm();
  return file;
}
