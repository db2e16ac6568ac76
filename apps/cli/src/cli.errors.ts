import { defineErrors } from '#libs/platform';
import { CLI_REFUSALS } from './refusals.js';

export const cliErrors = defineErrors(CLI_REFUSALS);
