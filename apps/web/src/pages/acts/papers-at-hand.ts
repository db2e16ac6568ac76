import { uploadFile } from '../../api/files.js';
import { asProblem } from '../../api/problem.js';
import type { ActOrder } from '../../api/devolution.js';

/** A paper that a power asks for, as it lies on the counter: whether it is here, its scan, and what is wrong there. */
export interface PaperAtHand {
  readonly key: string;
  isHere: boolean;
  scan: File | null;
  fault: string;
}

export const notHere = (key: string): PaperAtHand => ({ key, isHere: false, scan: null, fault: '' });

/** What the server keeps already; a form that is sent again sends no scan twice. */
const kept = new WeakMap<File, string>();

async function keep(scan: File): Promise<string> {
  const known = kept.get(scan);
  if (known !== undefined) return known;
  const { id } = await uploadFile(scan);
  kept.set(scan, id);
  return id;
}

/**
 * Sends the scans of the papers that are here. What is refused is told beside its paper, and the others are sent all
 * the same, so that everything that is wrong is told at once.
 * @returns the papers as the case names them, or null when a scan was refused
 * @throws ProblemError when the server was not reached
 */
export async function sendScans(papers: readonly PaperAtHand[]): Promise<ActOrder['papers'] | null> {
  const sent: ActOrder['papers'] = [];
  for (const paper of papers.filter(({ isHere }) => isHere)) {
    paper.fault = '';
    try {
      sent.push({ paper: paper.key, ...(paper.scan ? { fileId: await keep(paper.scan) } : {}) });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (!problem.code.startsWith('file.')) throw problem;
      paper.fault = problem.detail;
    }
  }
  return papers.some(({ isHere, fault }) => isHere && fault !== '') ? null : sent;
}
