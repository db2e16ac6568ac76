import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {string} file
 * @returns {string | null} the text, or null when there is no such file
 */
export function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    // ESRCH is how /proc tells of a process that ended while it was read.
    if (['ENOENT', 'ENOTDIR', 'ESRCH'].includes(error.code)) return null;
    throw error;
  }
}

/**
 * Replaces a file in one step, so that a reader, or a process killed half-way, never meets half a file.
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeWhole(file, text, mode = 0o600) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text, { mode });
  fs.renameSync(draft, file);
}

/**
 * @param {string} folder
 * @returns {string[]} every file below it, in a fixed order
 */
export function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(full);
    return [full];
  });
}

/**
 * @param {string[]} files absolute paths
 * @returns {string} a hash of names and contents
 */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** @returns {string[]} the folder itself and every folder below it */
export function foldersBelow(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const inner = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
  return [folder, ...inner.flatMap(foldersBelow)];
}

/** Copies a folder whole; from Node 24 on a copied folder no longer keeps who may look into it, so that is set. */
export function copyFolder(from, to) {
  fs.cpSync(from, to, { recursive: true });
  for (const folder of foldersBelow(from)) {
    fs.chmodSync(path.join(to, path.relative(from, folder)), fs.statSync(folder).mode & 0o777);
  }
}
