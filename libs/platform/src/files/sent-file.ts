import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isShown } from './document-kind.js';
import { contentDisposition } from './file-name.js';

/** How a file that somebody brought goes out: in a page only where it runs nothing there, and never as another kind. */
export function sentFile(
  reply: FastifyReply,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): StreamableFile {
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', contentDisposition(isShown(mediaType) ? 'inline' : 'attachment', name))
    .header('x-content-type-options', 'nosniff');
  return new StreamableFile(bytes);
}
