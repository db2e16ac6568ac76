import { useI18n } from 'vue-i18n';
import type { OwnVoteBrief } from '../../../api/votes/own.js';
import { formatInstant } from '../../../format.js';

export type Timed = Pick<OwnVoteBrief, 'phase' | 'state' | 'opensAt' | 'closesAt' | 'daysLeft'>;

/** Until when one can vote, in one sentence. */
export function useVoteWhen(): { whenOf: (vote: Timed) => string } {
  const { t } = useI18n();
  const whenOf = ({ phase, state, opensAt, closesAt, daysLeft }: Timed): string => {
    const at = { opens: formatInstant(opensAt ?? ''), closes: formatInstant(closesAt ?? ''), n: daysLeft };
    if (state === 'cancelled') return t('ownVote.cancelled');
    if (phase === 'coming') return t('ownVote.coming', at);
    if (phase === 'open') return t(daysLeft === 0 ? 'ownVote.lastDay' : 'ownVote.open', at);
    return t(state === 'published' || state === 'filed' ? 'ownVote.published' : 'ownVote.over', at);
  };
  return { whenOf };
}
