import { isDay } from '#libs/kernel';
import { invalidFields, refuseField, type ImportRequest } from '#libs/platform';
import type { FastifyRequest } from 'fastify';

interface Part {
  readonly type: 'file' | 'field';
  readonly fieldname: string;
  readonly filename?: string;
  readonly value?: unknown;
  toBuffer?(): Promise<Buffer>;
}

function refuse(field: string, zh: string, en: string): never {
  throw invalidFields([{ field, zh, en }]);
}

/**
 * Reads the form of an upload: the file with its kind, day, list name and whether it is a dry run.
 * @throws DomainError `request.invalid` naming the field, `request.too-large`
 */
export async function readUpload(request: FastifyRequest): Promise<ImportRequest> {
  const multipart = request as FastifyRequest & { isMultipart(): boolean; parts(): AsyncIterable<Part> };
  if (!multipart.isMultipart()) refuse('file', '请以 multipart/form-data 上传文件', 'must come as multipart/form-data');
  const fields = new Map<string, string>();
  let file: { name: string; bytes: Buffer } | null = null;
  for await (const part of multipart.parts()) {
    if (part.type === 'file') file = { name: part.filename ?? '', bytes: (await part.toBuffer?.()) ?? Buffer.alloc(0) };
    else fields.set(part.fieldname, typeof part.value === 'string' ? part.value.trim() : '');
  }
  if (!file || file.name === '') refuse('file', '请选择要导入的文件', 'must be the file to import');
  const kind = fields.get('kind') ?? '';
  if (kind === '') refuse('kind', '请选择清单种类', 'must be the kind of list');
  const asOf = fields.get('asOf') ?? '';
  if (asOf !== '' && !isDay(asOf)) throw refuseField('asOf', 'isDay');
  const dryRun = fields.get('dryRun') ?? 'false';
  if (!['true', 'false'].includes(dryRun)) throw refuseField('dryRun', 'isIn', ['true', 'false']);
  const list = fields.get('list') ?? '';
  return {
    kind,
    fileName: file.name,
    bytes: file.bytes,
    dryRun: dryRun === 'true',
    ...(asOf === '' ? {} : { asOf }),
    ...(list === '' ? {} : { list: list.slice(0, 200) }),
  };
}
