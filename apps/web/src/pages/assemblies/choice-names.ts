import { useI18n } from 'vue-i18n';
import type { Motion } from '../../api/votes/assemblies.js';

/** What can be answered to every motion; all else is an option, or a candidate. */
const PLAIN = ['for', 'against', 'abstain', 'invalid'];

/** Choices as people read them: plain answers in their language, candidates by name, options as they are written. */
export function useChoiceNames(): {
  choiceName: (motion: Pick<Motion, 'candidates'> | undefined, choice: string) => string;
} {
  const { t } = useI18n();
  const choiceName = (motion: Pick<Motion, 'candidates'> | undefined, choice: string): string => {
    if (PLAIN.includes(choice)) return t(`voting.ballot.answer.${choice}`);
    return motion?.candidates?.find(({ key }) => key === choice)?.name ?? choice;
  };
  return { choiceName };
}
