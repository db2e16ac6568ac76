import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { OwnBallot, OwnMotion, OwnParty, OwnVote } from '../../../api/votes/own.js';
import { asProblem, UNREACHABLE, type ProblemError } from '../../../api/problem.js';
import { freshKey } from '../../../use/fresh-key.js';
import { useNetwork } from '../../../use/network.js';
import { answersOf } from '../../assemblies/during/ticked.js';
import { isFull, nextOpen, readDraft, tap, toBeSent, type Draft } from './draft.js';

export interface OwnBallotForm {
  /** The motion that is asked now; as many as there are: everything is read back. */
  readonly at: Ref<number>;
  readonly motion: ComputedRef<OwnMotion | undefined>;
  readonly ticked: ComputedRef<Draft['ticked']>;
  readonly busy: Ref<boolean>;
  readonly problem: ShallowRef<ProblemError | null>;
  /** The network broke off, and the same ballot is sent again as soon as it is back. */
  readonly isWaiting: ComputedRef<boolean>;
  choose(choice: string): void;
  go(to: number): void;
  send(): Promise<void>;
}

/** Filling in and sending one ballot; nothing that was chosen is lost when the page or the network goes. */
export function useBallot(
  { id, motions }: Pick<OwnVote, 'id' | 'motions'>,
  { partyId }: Pick<OwnParty, 'partyId'>,
  /** Hands it in, under a key that stays the same however often it is sent. */
  handIn: (ballot: OwnBallot, key: string) => Promise<void>,
): OwnBallotForm {
  const place = `jiayuan.ballot.${id}.${partyId}`;
  const draft = shallowRef(readDraft(sessionStorage.getItem(place)));
  const at = ref(nextOpen(motions, draft.value.ticked));
  const busy = ref(false);
  const problem = shallowRef<ProblemError | null>(null);
  const { isOnline } = useNetwork();
  const motion = computed(() => motions[at.value]);
  const ticked = computed(() => draft.value.ticked);
  const isWaiting = computed(() => problem.value?.code === UNREACHABLE);

  function keep(next: Draft): void {
    draft.value = next;
    sessionStorage.setItem(place, JSON.stringify(next));
  }

  function go(to: number): void {
    problem.value = null;
    at.value = to;
  }

  function choose(choice: string): void {
    const asked = motion.value;
    if (!asked) return;
    const former = ticked.value[asked.id] ?? [];
    const now = tap(asked, former, choice);
    if (now.length > former.length && isFull(asked, former)) return;
    keep({ ...draft.value, ticked: { ...ticked.value, [asked.id]: now } });
    // One answer is all that can be said here; several candidates are finished by saying so.
    if (asked.kind !== 'election') go(at.value + 1);
  }

  async function send(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const answers = answersOf(motions, ticked.value);
    const sent = toBeSent(draft.value, JSON.stringify(answers), freshKey);
    keep(sent);
    try {
      await handIn({ partyId, answers }, sent.sent.key);
      sessionStorage.removeItem(place);
    } catch (thrown) {
      problem.value = asProblem(thrown);
    } finally {
      busy.value = false;
    }
  }

  watch(isOnline, (isBack) => {
    if (isBack && isWaiting.value) void send();
  });

  return { at, motion, ticked, busy, problem, isWaiting, choose, go, send };
}
