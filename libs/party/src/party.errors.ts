import { errorsOfIssues } from '#libs/companies';
import { defineErrors } from '#libs/platform';
import { partyIssues } from './party.issues.js';

export const partyErrors = defineErrors({
  ...errorsOfIssues(partyIssues),
  'party.subject-not-found': {
    kind: 'not-found',
    zh: '没有编号为 {id} 的业委会（物管会）或企业，或它不在您的管辖范围内。免设业委会的小区没有可设党组织的机构。',
    en: 'There is no committee or company {id} inside your scope. An exemption is no body that could have one.',
  },
});
