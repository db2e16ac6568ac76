import { errorsOfIssues } from '#libs/companies';
import { defineErrors } from '#libs/platform';
import { tallyErrors } from '#libs/tally';
import { committeeIssues } from './committees/committee.issues.js';

/** The refusals of this context, and those of the count: a pure library declares nothing itself. */
export const assemblyErrors = defineErrors({ ...tallyErrors, ...errorsOfIssues(committeeIssues) });
