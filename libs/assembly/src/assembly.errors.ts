import { errorsOfIssues } from '#libs/companies';
import { defineErrors } from '#libs/platform';
import { committeeIssues } from './committee.issues.js';

export const assemblyErrors = defineErrors(errorsOfIssues(committeeIssues));
