import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { decidePair, readReconciliation } from '../../api/reconciliations.js';
import type { Pair, Reconciliation, SideRow } from '../../api/types.js';
import { useAnswer, type Answer } from '../../use/answer.js';
import { useDeed, type Deed } from '../../use/deed.js';

export const TABS = ['open', 'same', 'different', 'onlyLeft', 'onlyRight'] as const;
export type Tab = (typeof TABS)[number];

const AT_ONCE = 100;

export interface Pairs {
  readonly answer: Answer<Reconciliation>;
  readonly deed: Deed;
  readonly tab: Ref<Tab>;
  readonly counts: ComputedRef<Record<Tab, number>>;
  readonly pairs: ComputedRef<readonly Pair[]>;
  readonly rows: ComputedRef<readonly SideRow[]>;
  readonly hasMore: ComputedRef<boolean>;
  more(): Promise<void>;
  decide(pair: Pair, decision: 'same' | 'different'): Promise<void>;
}

/** Two lists beside each other: pages of pairs and of rows on one side, and decisions that show at once. */
export function usePairs(id: Ref<string>): Pairs {
  const answer = useAnswer(id, (signal) => readReconciliation(id.value, { limit: AT_ONCE }, signal));
  const deed = useDeed();
  const tab = ref<Tab>('open');
  const later: ShallowRef<readonly Reconciliation[]> = shallowRef([]);
  const decided = ref(new Map<string, 'same' | 'different'>());

  const parts = computed(() => (answer.data.value ? [answer.data.value, ...later.value] : []));
  const all = computed(() => {
    const seen = new Map(parts.value.flatMap((part) => part.pairs).map((pair) => [pair.id, pair]));
    return [...seen.values()].map((pair) => ({ ...pair, decision: decided.value.get(pair.id) ?? pair.decision }));
  });
  const pairs = computed(() => all.value.filter(({ decision }) => (decision ?? 'open') === tab.value));
  const side = computed(() => (tab.value === 'onlyLeft' || tab.value === 'onlyRight' ? tab.value : null));
  const rows = computed(() => {
    const key = side.value;
    return key === null ? [] : parts.value.flatMap((part) => part[key]);
  });
  const counts = computed(() => {
    const counted = answer.data.value?.counts;
    const changed = all.value.filter((pair) => decided.value.has(pair.id));
    const original = new Map((answer.data.value?.pairs ?? []).map((pair) => [pair.id, pair.decision]));
    const moved = (to: Tab): number =>
      changed.filter(({ decision }) => decision === to).length -
      changed.filter((pair) => (original.get(pair.id) ?? 'open') === to).length;
    return {
      open: (counted?.undecided ?? 0) + moved('open'),
      same: (counted?.same ?? 0) + moved('same'),
      different: (counted?.different ?? 0) + moved('different'),
      onlyLeft: counted?.onlyLeft ?? 0,
      onlyRight: counted?.onlyRight ?? 0,
    };
  });

  const part = computed(
    () => (({ onlyLeft: 'only-left', onlyRight: 'only-right' }) as const)[side.value ?? 'onlyLeft'],
  );
  /** The cursor of the newest page of the part that is shown; pages of other parts say nothing about it. */
  const cursor = computed(() => {
    const key = side.value ?? 'pairs';
    const pages = parts.value.filter((each, index) => index === 0 || each[key].length > 0);
    return pages.at(-1)?.next[key] ?? null;
  });

  async function more(): Promise<void> {
    const after = cursor.value;
    if (after === null) return;
    await deed.run(async () => {
      const wanted = side.value === null ? 'pairs' : part.value;
      const page = await readReconciliation(id.value, { part: wanted, after, limit: AT_ONCE });
      later.value = [...later.value, page];
    });
  }

  async function decide(pair: Pair, decision: 'same' | 'different'): Promise<void> {
    if (await deed.run(() => decidePair(id.value, pair.id, { decision, keep: 'left' }))) {
      decided.value = new Map(decided.value).set(pair.id, decision);
    }
  }

  const hasMore = computed(() => cursor.value !== null);
  return { answer, deed, tab, counts, pairs, rows, hasMore, more, decide };
}
