import { computed, type ComputedRef } from 'vue';
import { useAreas } from '../stores/areas.js';
import { useSession } from '../stores/session.js';
import { useMoment } from './moment.js';

/** The name of the place that is looked at; whoever holds no area looks at their own part of the city. */
export function usePlaceName(): ComputedRef<string> {
  const areas = useAreas();
  const session = useSession();
  const { area } = useMoment();
  return computed(() => {
    const code = area.value ?? areas.home?.code;
    return code === undefined ? (session.me?.city.name ?? '') : areas.nameOf(code);
  });
}
