import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem, type ProblemError } from '../../api/problem.js';
import { tokens } from '../../api/tokens.js';
import { readAssembly } from '../../api/votes/assemblies.js';
import { listDoors } from '../../api/votes/ballots.js';
import { sendResults, type DoorResult } from '../../api/votes/sweep.js';
import { useNetwork } from '../../use/network.js';
import {
  keep,
  keyOf,
  readKept,
  untilOf,
  withWaiting,
  type KeptDoor,
  type KeptSweep,
  type Notice,
} from './kept-sweep.js';

/** So long a result can still be taken back, in milliseconds; then it is sent. */
const HELD_MS = 4_000;
/** With a bad signal it is tried again so often. */
const AGAIN_MS = 15_000;
/** Results in one request. */
const AT_ONCE = 100;

export interface Sweep {
  readonly kept: ShallowRef<KeptSweep>;
  readonly doors: ComputedRef<readonly KeptDoor[]>;
  readonly loaded: Ref<number | null>;
  readonly isSending: Ref<boolean>;
  readonly isFull: Ref<boolean>;
  readonly problem: ShallowRef<ProblemError | null>;
  load(): Promise<void>;
  record(door: KeptDoor, said: Pick<DoorResult, 'outcome' | 'recipient'>): void;
  undo(key: string): void;
  dismiss(key: string): void;
}

/** The doors of an assembly on this phone: written down without a network, and sent, each once, when there is one. */
export function useSweep(userId: string, assemblyId: string): Sweep {
  const shelfKey = keyOf(userId, assemblyId);
  const kept = shallowRef(readKept(localStorage, shelfKey));
  const loaded = ref<number | null>(null);
  const isSending = ref(false);
  const isFull = ref(false);
  const problem = shallowRef<ProblemError | null>(null);
  const { isOnline } = useNetwork();
  const ended = new AbortController();

  function change(next: Partial<KeptSweep>): void {
    kept.value = { ...kept.value, ...next };
    // An answer that comes after the sign-out leaves nothing either.
    if (tokens.get() === null) return;
    isFull.value = !keep(localStorage, shelfKey, kept.value);
  }

  async function load(): Promise<void> {
    if (loaded.value !== null) return;
    loaded.value = 0;
    try {
      const { closesAt } = await readAssembly(assemblyId, ended.signal);
      const doors: KeptDoor[] = [];
      for (let after: string | undefined, isMore = true; isMore;) {
        const page = await listDoors(assemblyId, { after, limit: 200 }, ended.signal);
        doors.push(...page.items.map(keptDoor));
        loaded.value = doors.length;
        after = page.next ?? undefined;
        isMore = page.next !== null;
      }
      change({ doors, savedAt: new Date().toISOString(), until: untilOf(closesAt, Date.now()) });
      problem.value = null;
    } catch (thrown) {
      // Without a network the list of before stays.
      const found = asProblem(thrown);
      if (isOnline.value && !ended.signal.aborted) problem.value = found;
    } finally {
      loaded.value = null;
    }
  }

  function record(door: KeptDoor, said: Pick<DoorResult, 'outcome' | 'recipient'>): void {
    const result = { key: crypto.randomUUID?.() ?? aKey(), partyId: door.party, ...said, at: new Date().toISOString() };
    change({ waiting: [...kept.value.waiting, result] });
    setTimeout(() => void send(), HELD_MS + 50);
  }

  function undo(key: string): void {
    change({ waiting: kept.value.waiting.filter((each) => each.key !== key) });
  }

  function dismiss(key: string): void {
    change({ notices: kept.value.notices.filter((each) => each.key !== key) });
  }

  async function send(): Promise<void> {
    if (isSending.value || !isOnline.value) return;
    const due = kept.value.waiting.filter(({ at }) => Date.now() - Date.parse(at) >= HELD_MS).slice(0, AT_ONCE);
    if (due.length === 0) return;
    isSending.value = true;
    try {
      const { items } = await sendResults(assemblyId, due);
      settle(due, items);
      problem.value = null;
    } catch (thrown) {
      // What did not arrive, or whose answer was lost, is sent again under the same key.
      const found = asProblem(thrown);
      if (isOnline.value && found.status !== 0) problem.value = found;
    } finally {
      isSending.value = false;
    }
  }

  function settle(due: readonly DoorResult[], items: Awaited<ReturnType<typeof sendResults>>['items']): void {
    const answered = new Set(items.map(({ key }) => key));
    const counted = due.filter(({ key }) => items.some((item) => item.key === key && item.state !== 'refused'));
    const labelOf = (key: string): string => {
      const party = due.find((each) => each.key === key)?.partyId;
      return kept.value.doors.find((door) => door.party === party)?.label ?? '';
    };
    const notices = items.flatMap(({ key, sentence, remarks }): Notice[] =>
      sentence === null && remarks.length === 0
        ? []
        : [{ key, label: labelOf(key), sentence, remark: remarks[0] ?? null }],
    );
    const voted = new Set(
      items.filter(({ remarks }) => remarks.includes('voted-meanwhile')).map(({ key }) => partyOf(due, key)),
    );
    change({
      doors: kept.value.doors
        .map((door) => withWaiting(door, counted))
        .map((door) => (voted.has(door.party) ? { ...door, hasVoted: true } : door)),
      waiting: kept.value.waiting.filter(({ key }) => !answered.has(key)),
      notices: [...kept.value.notices, ...notices],
    });
  }

  const timer = setInterval(() => void send(), AGAIN_MS);
  watch(isOnline, (is) => is && void send());
  void send();
  onScopeDispose(() => {
    clearInterval(timer);
    ended.abort();
  });
  const doors = computed(() => kept.value.doors.map((door) => withWaiting(door, kept.value.waiting)));
  return { kept, doors, loaded, isSending, isFull, problem, load, record, undo, dismiss };
}

function keptDoor(door: KeptDoor): KeptDoor {
  const { party, label, building, stairway, attempts, lastOutcome, isDelivered, hasVoted } = door;
  return { party, label, building, stairway, attempts, lastOutcome, isDelivered, hasVoted };
}

function partyOf(due: readonly DoorResult[], key: string): string | undefined {
  return due.find((each) => each.key === key)?.partyId;
}

/** Over plain http browsers make no random ids of their own. */
function aKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
