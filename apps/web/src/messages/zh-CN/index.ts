import afterwards from './owners/afterwards.js';
import assemblies from './owners/assemblies.js';
import audit from './audit.js';
import board from './board.js';
import committees from './office/committees.js';
import compound from './compound.js';
import compounds from './compounds.js';
import devolution from './office/devolution.js';
import disclosure from './office/disclosure.js';
import frame from './frame.js';
import fund from './owners/fund.js';
import publicProjects from './office/public-projects.js';
import fundDesk from './office/fund-desk.js';
import gaps from './gaps.js';
import homes from './owners/homes.js';
import imports from './imports.js';
import instalments from './office/instalments.js';
import lots from './owners/lots.js';
import maintenance from './office/maintenance.js';
import meetingRules from './owners/meeting-rules.js';
import ownVotes from './owners/own-votes.js';
import overdue from './office/overdue.js';
import pledges from './office/pledges.js';
import keeping from './owners/keeping.js';
import papers from './owners/papers.js';
import people from './people.js';
import powers from './office/powers.js';
import publicVotes from './owners/public-votes.js';
import publicBodies from './owners/public-bodies.js';
import revenue from './owners/revenue.js';
import revenueDesk from './office/revenue-desk.js';
import reconciliation from './reconciliation.js';
import recount from './owners/recount.js';
import roster from './owners/roster.js';
import security from './security.js';
import signIn from './sign-in.js';
import spending from './office/spending.js';
import targets from './targets.js';
import upkeep from './office/upkeep.js';
import voting from './owners/voting.js';
import words from './words.js';

/** Every word of the pages, by page. */
export const messages = {
  ...afterwards,
  ...assemblies,
  ...audit,
  ...board,
  ...committees,
  ...compound,
  ...compounds,
  ...devolution,
  ...disclosure,
  ...frame,
  ...fund,
  ...publicProjects,
  ...fundDesk,
  ...gaps,
  ...homes,
  ...imports,
  ...instalments,
  ...lots,
  ...maintenance,
  ...meetingRules,
  ...ownVotes,
  ...keeping,
  ...overdue,
  ...papers,
  ...people,
  ...powers,
  ...publicBodies,
  ...revenue,
  ...revenueDesk,
  ...publicVotes,
  ...reconciliation,
  ...recount,
  ...roster,
  ...security,
  ...signIn,
  ...spending,
  ...pledges,
  ...targets,
  ...upkeep,
  ...voting,
  ...words,
};
