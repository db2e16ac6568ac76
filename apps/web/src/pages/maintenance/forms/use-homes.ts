import { computed, type ComputedRef } from 'vue';
import { allFundedHomes, type FundedHome } from '../../../api/fund/maintenance.js';
import type { Option } from '../../../fields/ChoiceField.vue';
import { useAnswer, type Answer } from '../../../use/answer.js';
import { useUnitNames } from '../../roster/unit-names.js';

/** What stands for homes that lie in no building; no building is called so. */
const NO_BUILDING = '–';

export interface HomesByBuilding {
  readonly answer: Answer<readonly FundedHome[]>;
  readonly buildings: ComputedRef<readonly Option[]>;
  homesOf(building: string): readonly FundedHome[];
}

/** Every home of a compound, to be chosen building by building: one list of thousands would help nobody. */
export function useHomes(compoundId: () => string): HomesByBuilding {
  const { buildingName } = useUnitNames();
  const answer = useAnswer(compoundId, (signal) => allFundedHomes(compoundId(), signal));
  const all = computed(() => answer.data.value ?? []);
  const buildings = computed(() => {
    const keys = new Set(all.value.map(({ building }) => building));
    return [...keys].map((key) => ({ value: key ?? NO_BUILDING, label: buildingName(key) }));
  });
  const homesOf = (building: string): readonly FundedHome[] =>
    all.value.filter((home) => (home.building ?? NO_BUILDING) === building);
  return { answer, buildings, homesOf };
}
