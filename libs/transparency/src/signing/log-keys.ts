import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type City, type Config } from '#libs/platform';
import { SUITES } from './suites.js';

/** The key with which a city's heads are signed. */
export interface LogSigner {
  /** SHA-256 of the public key's PEM, in hexadecimal digits. */
  readonly id: string;
  readonly publicKey: string;
  sign(message: Uint8Array): Buffer;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** The private keys of the logs, one file per city under the data folder, closed to others and made on first use. */
@Injectable()
export class LogKeys {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async signerOf(city: Pick<City, 'code' | 'cryptoSuite'>): Promise<LogSigner> {
    const { signing } = SUITES[city.cryptoSuite];
    const file = path.join(this.config.dataFolder, 'log-keys', `${city.code}-${city.cryptoSuite}.key`);
    const privateKey = await this.readOrMake(file, () => signing.newPrivateKey());
    const publicKey = signing.publicKeyOf(privateKey);
    const id = createHash('sha256').update(publicKey).digest('hex');
    return { id, publicKey, sign: (message) => signing.sign(privateKey, message) };
  }

  /** Two processes that make a key at once agree on the first; nobody meets half a file. */
  private async readOrMake(file: string, make: () => string): Promise<string> {
    const there = await readFile(file, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (there !== null) return there;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}.draft`;
    await writeFile(draft, make(), { mode: 0o600 });
    try {
      await link(draft, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
    return readFile(file, 'utf8');
  }
}
