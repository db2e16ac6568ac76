/** A refusal that a person can mend: a stable code, what is wrong, where, and what to do. Never shown with a stack. */
export class Problem extends Error {
  /**
   * @param {string} code stable and public, such as `environment.port`
   * @param {string} message sentences for people, Chinese first
   * @param {number} [exitCode] 1 refused, 2 wrong usage
   */
  constructor(code, message, exitCode = 1) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.exitCode = exitCode;
  }

  /** The RFC 9457 document that `--json` prints on stdout. */
  document() {
    return { type: `urn:jiayuan:problem:${this.code}`, title: this.message.split('\n')[0], code: this.code };
  }
}

/**
 * Tells a failure on stderr and answers the exit code: a Problem by its sentences, a defect by its stack.
 * @param {unknown} error
 * @returns {number}
 */
export function tell(error) {
  if (error instanceof Problem) {
    console.error(`\n✗ ${error.message}\n  (${error.code})`);
    return error.exitCode;
  }
  console.error(error);
  return 1;
}
