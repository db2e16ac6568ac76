import { useI18n } from 'vue-i18n';
import { partsOf } from '../fund/disclosure/statement-words.js';

/** 2026-Q3 as people say it. */
export function useQuarterName(): (period: string) => string {
  const { t } = useI18n();
  return (period) => {
    const { word, ...parts } = partsOf(period);
    return t(`disclosure.period.${word}`, parts);
  };
}
