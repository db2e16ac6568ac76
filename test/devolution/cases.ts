import type { Person } from '../support/people.js';
import type { Offices } from './offices.js';

/** The papers of WY-04, all of them. */
const PAPERS = ['application', 'resolution', 'members', 'rules'].map((paper) => ({ paper }));

/** A filing of the committee of the compound in 东街, as it comes in at the window of 东街. */
export function aFiling({ city, inEast }: Offices, more: object = {}): object {
  return {
    power: 'WY-04',
    body: `${city.code}02001`,
    compoundId: inEast,
    applicant: '凤台花园业主委员会',
    form: {
      name: '凤台花园业主委员会',
      seats: 7,
      members: 7,
      electedOn: '2026-05-20',
      from: '2026-05-20',
      to: '2031-05-19',
    },
    papers: PAPERS,
    ...more,
  };
}

/** Opens a case and fails the test when that is refused. */
export async function opened(by: Person, request: object): Promise<string> {
  const answer = await by.post('/acts', request);
  if (answer.status !== 201) throw new Error(`case: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** Opens, lets a colleague review, and issues. @returns id and number */
export async function issued(
  handler: Person,
  reviewer: Person,
  request: object,
): Promise<{ id: string; documentNumber: string }> {
  const id = await opened(handler, request);
  const reviewed = await reviewer.post(`/acts/${id}/review`, { agrees: true });
  if (reviewed.status !== 204) throw new Error(`review: ${reviewed.status} ${JSON.stringify(reviewed.body)}`);
  const answer = await handler.post(`/acts/${id}/issue`, { decision: '准予备案。' });
  if (answer.status !== 201) throw new Error(`issue: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { id, documentNumber: (answer.body as { documentNumber: string }).documentNumber };
}
