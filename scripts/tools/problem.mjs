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
    const type = `urn:jiayuan:problem:${this.code}`;
    const isUsage = this.exitCode === 2 || this.code.startsWith('environment.');
    const [title, status] = isUsage ? ['请求有误', 400] : ['数据冲突', 409];
    return { type, title, status, detail: this.message, code: this.code };
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
