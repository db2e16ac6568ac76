import { createHash } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { dayInShanghai, type Principal } from '#libs/kernel';
import { Clock, Database, FileStore, zipOf, type ZippedFile } from '#libs/platform';
import { AssemblyFiles } from '../assemblies/assembly-files.js';
import { CourtFiles, type CourtFile } from './court-files.js';
import { CourtLog } from './court-log.js';
import { courtReadme } from './court-readme.js';
import { attachedTo, type AttachedFile } from './court-records.js';

/** Why the file of a vote is taken out, and where people reach this installation. */
export interface CourtRequest {
  readonly reason: string;
  readonly origin: string;
}

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** 诉讼卷宗: everything of one vote in one archive, made file by file, with the hash of each. */
@Injectable()
export class CourtBundleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly files: AssemblyFiles,
    private readonly contents: CourtFiles,
    private readonly log: CourtLog,
  ) {}

  /** @throws DomainError `assembly.not-found`, `result.hidden`, `result.not-certified` */
  async make(principal: Principal, id: string, { reason, origin }: CourtRequest): Promise<Readable> {
    const place = { cityCode: principal.cityCode, origin };
    const { files, readme } = await this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id, 'assembly.evidence');
      const content = await this.contents.read(manager, file, place);
      await this.log.record(manager, principal, file, reason);
      const attached = await attachedTo(manager, file.assembly);
      const [at, by] = [this.clock.now(), principal.actor.name];
      const { title, rules } = file.assembly;
      const told = { reason, title, isSecret: rules.isSecret, recordHash: content.certified.recordHash };
      return {
        files: [...content.files, ...attached.map((each) => this.attached(principal, each))],
        readme: courtReadme({ ...content, ...told, madeOn: dayInShanghai(at), madeBy: by }),
      };
    });
    return Readable.from(zipOf(archived(files, readme)));
  }

  /** Read when its turn comes, in a transaction of its own: the images of all batches are never held at once. */
  private attached(principal: Principal, { folder, fileId, sha256, name }: AttachedFile): CourtFile {
    return {
      path: `${folder}/${sha256.slice(0, 16)}${path.extname(name)}`,
      bytes: async () =>
        this.database.snapshot(principal, async (manager) => (await this.store.read(manager, principal, fileId)).bytes),
    };
  }
}

/** The files, then the list of them with their hashes, twice: for programs and for `sha256sum -c`. */
async function* archived(files: readonly CourtFile[], readme: string): AsyncIterable<ZippedFile> {
  const listed: Listed[] = [];
  const note = (file: ZippedFile): ZippedFile => {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    listed.push({ path: file.path, bytes: file.bytes.length, sha256 });
    return file;
  };
  yield note({ path: '说明.txt', bytes: Buffer.from(readme, 'utf8') });
  for (const { path: name, bytes } of files) yield note({ path: name, bytes: await bytes() });
  const sums = listed.map(({ path: name, sha256 }) => `${sha256}  ${name}\n`).join('');
  yield { path: '目录.json', bytes: Buffer.from(JSON.stringify({ files: listed }, null, 2), 'utf8') };
  yield { path: '校验.sha256', bytes: Buffer.from(sums, 'utf8') };
}
