// Counts to a number under a lock, a step at a time, and may be killed in the middle of a step.
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from '../../../scripts/tools/lock.mjs';

const [folder, steps, deadly] = process.argv.slice(2);
const counter = path.join(folder, 'counter');
const inside = path.join(folder, 'inside');

for (let step = 0; step < Number(steps); step += 1) {
  await withLock({ folder: path.join(folder, 'lock') }, async () => {
    // Fails when another one is inside.
    fs.writeFileSync(inside, String(process.pid), { flag: 'wx' });
    const before = Number(fs.readFileSync(counter, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 1));
    fs.writeFileSync(counter, String(before + 1));
    fs.rmSync(inside);
    if (deadly === 'deadly' && step === 5) process.kill(process.pid, 'SIGKILL');
  });
}
