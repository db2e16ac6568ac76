import Sequencer from '@jest/test-sequencer';

/** Specs of a minute and more: begun last, one of them would keep a single core busy while the others have nothing. */
const LONGEST = ['access/matrix', 'access/statements', 'cli/ledger', 'journeys/demo-pages', 'journeys/every-page'];

const isLong = ({ path }) => LONGEST.some((name) => path.includes(`test/${name}.`));

/** The longest specs begin a run, also on a machine that never ran one; the others follow as jest orders them. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = [...super.sort(tests)];
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}

export { LongestFirst as default };
