import { Injectable } from '@nestjs/common';
import { Database, type CityStamp, type SignedIn } from '#libs/platform';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';

interface Remembered {
  readonly stamp: CityStamp;
  readonly file: Promise<AssemblyFile>;
}

/** Beyond this many it is simply read again. */
const REMEMBERED = 10_000;

/**
 * Open votes as those who cast in them may see them. Motions and rules do not change once noticed, and whether somebody
 * may cast here only with the city's counters; the window is not taken from here, but asked of the database each time.
 */
@Injectable()
export class OpenVotes {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async fileFor({ principal, stamp }: SignedIn, assemblyId: string): Promise<AssemblyFile> {
    const key = `${principal.cityId}/${principal.actor.id}/${assemblyId}`;
    const known = this.remembered.get(key);
    if (known && isSame(known.stamp, stamp)) return known.file;
    // The promise is kept, not its result: those who come together read the file once.
    const file = this.database.transaction(principal, (manager) =>
      this.files.read(manager, principal, assemblyId, 'assembly.write'),
    );
    this.remember(key, { stamp, file });
    const forget = (): boolean => this.remembered.get(key)?.file === file && this.remembered.delete(key);
    file.then(({ state }) => state === 'open' || forget(), forget);
    return file;
  }

  private remember(key: string, remembered: Remembered): void {
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(key, remembered);
  }
}

function isSame(one: CityStamp, other: CityStamp): boolean {
  return one.factVersion === other.factVersion && one.identityVersion === other.identityVersion;
}
