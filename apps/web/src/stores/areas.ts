import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { readAreas } from '../api/coverage.js';
import type { Area } from '../api/types.js';
import { useSession } from './session.js';

/** The area tree as the signed-in person sees it: read once, it changes a few times a year. */
export const useAreas = defineStore('areas', () => {
  const session = useSession();
  const items = shallowRef<readonly Area[]>([]);
  const byCode = computed(() => new Map(items.value.map((area) => [area.code, area])));
  const byParent = computed(() => {
    const found = new Map<string, Area[]>();
    for (const area of items.value) {
      if (area.parentCode === null || area.closedOn !== null) continue;
      found.set(area.parentCode, [...(found.get(area.parentCode) ?? []), area]);
    }
    return found;
  });

  let reading: Promise<void> | null = null;

  async function ensure(): Promise<void> {
    if (items.value.length > 0) return;
    reading ??= readAreas()
      .then((answer) => {
        items.value = answer.items;
      })
      .finally(() => {
        reading = null;
      });
    await reading;
  }

  function forget(): void {
    items.value = [];
  }

  /** Where this person's view begins: the widest area of their grants, else the top of what they see. */
  const home = computed<Area | undefined>(() => {
    const granted = (session.me?.grants ?? [])
      .filter(({ scope, inForce }) => scope.kind === 'area' && inForce)
      .map(({ scope }) => byCode.value.get(scope.code ?? ''))
      .filter((area) => area !== undefined)
      .sort((a, b) => a.code.length - b.code.length);
    return granted[0] ?? items.value.find(({ parentCode }) => parentCode === null || !byCode.value.has(parentCode));
  });

  const childrenOf = (code: string): readonly Area[] => byParent.value.get(code) ?? [];

  /** From the top down to the area itself, as far as this person sees it. */
  function pathOf(code: string): readonly Area[] {
    const area = byCode.value.get(code);
    if (!area) return [];
    return area.parentCode === null ? [area] : [...pathOf(area.parentCode), area];
  }

  /** Whether some grant of this person covers the area; what lies above is named and not opened. */
  function isWithinReach(code: string): boolean {
    const path = new Set(pathOf(code).map((area) => area.code));
    return (session.me?.grants ?? []).some(
      ({ scope, inForce }) => inForce && scope.code !== null && path.has(scope.code),
    );
  }

  /** Whether the area is certainly none of theirs: they hold areas, the tree is read, and none of them covers it. */
  function isElsewhere(code: string): boolean {
    const holdsAreas = (session.me?.grants ?? []).some(({ scope, inForce }) => inForce && scope.kind === 'area');
    return holdsAreas && items.value.length > 0 && !isWithinReach(code);
  }

  const nameOf = (code: string): string => byCode.value.get(code)?.name ?? code;

  return { items, byCode, home, ensure, forget, childrenOf, pathOf, isWithinReach, isElsewhere, nameOf };
});
