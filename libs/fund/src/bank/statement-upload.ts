import type { Bilingual, DomainError } from '#libs/kernel';
import { invalidFields, plainName } from '#libs/platform';
import type { FastifyRequest } from 'fastify';

interface Part {
  readonly type: 'file' | 'field';
  readonly fieldname: string;
  readonly filename?: string;
  readonly value?: unknown;
  toBuffer?(): Promise<Buffer>;
}

/** A statement as it was sent. */
export interface SentStatement {
  readonly name: string;
  readonly content: Buffer;
  readonly book: string | undefined;
  readonly account: string;
}

const FORM: Bilingual = { zh: '请以 multipart/form-data 上传对账单', en: 'must come as multipart/form-data' };
const FILE = { zh: '请选择银行导出的对账单', en: 'must be the statement as the bank exported it' };
const ACCOUNT = { zh: '请选择对账单对应的银行科目', en: 'must be the account that the statement is of' };

const refuse = (field: string, told: Bilingual): DomainError => invalidFields([{ field, ...told }]);

/** A file with the fields beside it. */
export interface FileForm {
  readonly file: { readonly name: string; readonly content: Buffer };
  readonly fields: ReadonlyMap<string, string>;
}

/** @throws DomainError `request.invalid` naming the field, `request.too-large` */
export async function readFileForm(request: FastifyRequest, missing: Bilingual): Promise<FileForm> {
  const multipart = request as FastifyRequest & { isMultipart(): boolean; parts(): AsyncIterable<Part> };
  if (!multipart.isMultipart()) throw refuse('file', FORM);
  const fields = new Map<string, string>();
  let file: { readonly name: string; readonly content: Buffer } | null = null;
  for await (const part of multipart.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, typeof part.value === 'string' ? part.value.trim() : '');
    else file = { name: part.filename ?? '', content: (await part.toBuffer?.()) ?? Buffer.alloc(0) };
  }
  if (!file || file.name === '') throw refuse('file', missing);
  return { file: { ...file, name: plainName(file.name).slice(0, 200) }, fields };
}

/** @throws DomainError `request.invalid` naming the field, `request.too-large` */
export async function readStatementUpload(request: FastifyRequest): Promise<SentStatement> {
  const { file, fields } = await readFileForm(request, FILE);
  const account = fields.get('account') ?? '';
  if (account === '') throw refuse('account', ACCOUNT);
  const book = fields.get('book') ?? '';
  return { ...file, account, book: book === '' ? undefined : book };
}
