import { download, downloadMade, given } from '../client.js';

/** The papers that are one document each. */
export type PaperKind = 'notice' | 'minutes' | 'result' | 'filing';

export const downloadPaper = (id: string, kind: PaperKind, fileName: string): Promise<void> =>
  download(`/api/v1/assemblies/${id}/papers/${kind}.pdf`, fileName);

/** Which ballots are printed; nothing named: all whose slips are out. */
export interface BallotChoice {
  readonly building?: string | undefined;
  readonly stairway?: string | undefined;
  readonly slips?: readonly string[];
}

export const downloadBallots = (
  id: string,
  fileName: string,
  { building, stairway, slips }: BallotChoice = {},
): Promise<void> => {
  const query = given({ building, stairway, slips: slips?.join(',') }) as Record<string, string>;
  return download(`/api/v1/assemblies/${id}/papers/ballots.pdf`, fileName, query);
};

/** A paper of a vote at its public address. */
export const publicPaper = (at: { readonly city: string; readonly id: string }, kind: 'notice' | 'result'): string =>
  `/api/v1/public/${at.city}/assemblies/${at.id}/papers/${kind}.pdf`;

/** Everything of one vote in one archive; the reason is kept. */
export const downloadCourtBundle = (id: string, reason: string, fileName: string): Promise<void> =>
  downloadMade(`/api/v1/assemblies/${id}/court-bundle`, { reason }, fileName);
