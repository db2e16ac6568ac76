import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { cities } from '../api/identity.js';
import type { Option } from '../fields/ChoiceField.vue';
import { useAnswer, type Answer } from './answer.js';

type City = Awaited<ReturnType<typeof cities>>[number];

export interface Cities {
  readonly answer: Answer<readonly City[]>;
  readonly all: ComputedRef<readonly City[]>;
  readonly options: ComputedRef<readonly Option[]>;
}

let asked: Promise<City[]> | null = null;

/** A page and its frame ask at once, and share the answer. */
function citiesAskedFor(): Promise<City[]> {
  asked ??= cities().finally(() => (asked = null));
  return asked;
}

/** The cities that are served here, for pages that nobody signs in to. */
export function useCities(labelOf: (city: City) => string = ({ name }) => name): Cities {
  const answer = useAnswer(
    () => null,
    () => citiesAskedFor(),
  );
  const all = computed(() => answer.data.value ?? []);
  const options = computed(() => all.value.map((city) => ({ value: city.code, label: labelOf(city) })));
  return { answer, all, options };
}

export interface CityOfAddress extends Cities {
  readonly city: ComputedRef<string>;
  /** Whether it is made up. */
  readonly isDemo: ComputedRef<boolean>;
  /** Goes to the same page of another city. */
  choose(code: string): Promise<unknown>;
}

/** The same for a page whose address may name the city: the one that it names, or the only one. */
export function useCityOfAddress(): CityOfAddress {
  const route = useRoute();
  const router = useRouter();
  const found = useCities();
  const city = computed(() => String(route.params['city'] || (found.all.value[0]?.code ?? '')));
  const isDemo = computed(() => found.all.value.some(({ code, isDemo }) => isDemo && code === city.value));
  const choose = (code: string): Promise<unknown> => router.push({ name: route.name, params: { city: code } });
  return { ...found, city, isDemo, choose };
}

export interface CityOfDoor extends Omit<Cities, 'answer'> {
  /** The code that was chosen, or none yet. */
  readonly city: Ref<string>;
  /** The city that was chosen, or the first. */
  readonly chosen: ComputedRef<City | undefined>;
  /** What a sign-in says of it: nothing where there is only one. */
  readonly place: ComputedRef<{ readonly city?: string }>;
}

/** The city to which somebody signs in; one that is made up says so. */
export function useCityOfDoor(): CityOfDoor {
  const { t } = useI18n();
  const { all, options } = useCities(({ name, isDemo }) => (isDemo ? t('signIn.demoCity', { name }) : name));
  const city = ref('');
  const chosen = computed(() => all.value.find(({ code }) => code === city.value) ?? all.value[0]);
  const place = computed(() => (all.value.length > 1 && chosen.value ? { city: chosen.value.code } : {}));
  return { all, options, city, chosen, place };
}
