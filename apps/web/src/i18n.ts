import { ref } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Language as ElementWords } from 'element-plus/es/locale/index';

export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const KEY = 'jiayuan.language';

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages: {} });

/** The words that the component library itself says. */
export const elementWords = ref<ElementWords>();

/** The component library speaks English by itself. */
const loaders = {
  'zh-CN': () => Promise.all([import('./messages/zh-CN/index.js'), import('element-plus/es/locale/lang/zh-cn')]),
  en: () => Promise.all([import('./messages/en/index.js'), Promise.resolve(undefined)]),
} satisfies Record<Language, unknown>;

/** Chinese unless the person chose English here before; a browser's own language says little in an office. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

/** Loads the words of every language, for a page that can be read with no network. */
export async function fetchWords(): Promise<void> {
  await Promise.all(LANGUAGES.map((language) => loaders[language]()));
}

/** Loads the words of one language and turns every page to it. */
export async function speak(language: Language): Promise<void> {
  const [{ messages }, words] = await loaders[language]();
  i18n.global.setLocaleMessage(language, messages);
  i18n.global.locale.value = language;
  elementWords.value = words?.default;
  document.documentElement.lang = language;
  localStorage.setItem(KEY, language);
}
