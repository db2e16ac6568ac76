/** What each role is answered, by what it may do: one status for each caller, in the order of `CALLERS`. */
export const NOTHING = '-';
export const OPEN = '200 200 200 200 200 200 200';
export const EVERYBODY = '200 200 200 200 200 200 401';
export const UNSEEN = '404 404 404 404 404 404 401';
/** Roles that keep the register: city, county and sub-district. */
export const KEEPERS_DONE = '204 204 204 403 403 403 401';
export const KEEPERS_MADE = '201 201 201 403 403 403 401';
export const KEEPERS_FOREIGN = '201 404 404 403 403 403 401';
/** Roles that record what was seen or filed: the keepers, and communities, which check in the field. */
export const RECORDERS_MADE = '201 201 201 201 403 403 401';
export const KEEPERS_UNSEEN = '404 404 404 403 403 403 401';
/** Whoever holds an area, auditors among them. */
export const OFFICIALS = '200 200 200 200 403 200 401';
export const OFFICIALS_UNSEEN = '404 404 404 404 403 404 401';
/** What only the office of the county does, and what only that of the street does. */
export const BY_COUNTY_MADE = '403 201 403 403 403 403 401';
export const BY_STREET_MADE = '403 403 201 403 403 403 401';
export const BY_STREET_DONE = '403 403 204 403 403 403 401';
/** Whoever keeps the register of owners of a compound: offices, and the firm that looks after it. */
export const ROSTER_MADE = [
  '201 201 201 201 201 403 401',
  '201 404 404 404 404 403 401',
  '404 404 404 404 404 403 401',
] as const;
export const ROSTER_DONE = [
  '204 204 204 204 204 403 401',
  '204 404 404 404 404 403 401',
  '404 404 404 404 404 403 401',
] as const;
export const ROSTER_READ = [EVERYBODY, '200 404 404 404 404 404 401', UNSEEN] as const;
/** Who may say that somebody speaks for an owner: offices, and no firm. */
export const BINDING_MADE = [
  '201 201 201 201 403 403 401',
  '201 404 404 404 403 403 401',
  '404 404 404 404 403 403 401',
] as const;
export const BINDING_DONE = [
  '204 204 204 204 403 403 401',
  '204 404 404 404 403 403 401',
  '404 404 404 404 403 403 401',
] as const;
/** What is open to owners alone; how they are answered is told in a spec of their own. */
export const OWNERS_ALONE = ['403 403 403 403 403 403 401', NOTHING, NOTHING] as const;
export const BY_FOREIGN_OFFICE = '403 404 404 404 403 403 401';
export const OFFICES_UNSEEN = '404 404 404 404 403 403 401';

/** Offices down to the community help owners to vote. */
export const VOTE_MADE = '201 201 201 201 403 403 401';
export const VOTE_MADE_FOREIGN = '201 404 404 404 403 403 401';
export const VOTE_OVER = '409 409 409 409 403 403 401';
export const VOTE_OVER_FOREIGN = '409 404 404 404 403 403 401';

/** Open to everybody who signed in, and answered as if not there to whoever has nothing to do with the vote. */
export const UNWATCHED = '404 404 404 404 404 404 401';
export const WATCHED = ['200 200 200 200 404 200 401', '200 404 404 404 404 404 401', UNWATCHED] as const;
/** What only those who sit on a body do for it; they are told of in `member-routes.ts`. */
export const NO_OFFICE = '403 403 403 403 403 403 401';
export const BY_MEMBERS = [NO_OFFICE, NO_OFFICE, NO_OFFICE] as const;
