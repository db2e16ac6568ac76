import { useI18n } from 'vue-i18n';
import type { MeetingRules } from '../../api/votes/meeting-rules.js';

type Rules = MeetingRules['rules'];

/** What a version says, line by line; what it leaves open is left out. */
export function useRuleLines(): { readonly linesOf: (rules: Rules) => readonly string[] } {
  const { t } = useI18n();
  const yesOrNo = (key: string, value: boolean | undefined): string[] =>
    value === undefined ? [] : [`${t(`assemblies.rule.${key}`)}：${t(`assemblies.rule.${value ? 'yes' : 'no'}`)}`];
  const chosen = (key: string, words: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${t(`assemblies.rule.${key}`)}：${t(`assemblies.rule.${words}.${value}`)}`];

  const linesOf = (rules: Rules): readonly string[] => [
    ...yesOrNo('isSecret', rules.isSecret),
    ...yesOrNo('mayChange', rules.mayChange),
    ...yesOrNo('countsParking', rules.countsParking),
    ...yesOrNo('mayLookEarly', rules.mayLookEarly),
    ...chosen('channelPolicy', 'channel', rules.channelPolicy),
    ...chosen('coOwners', 'coOwnersBy', rules.coOwners),
    ...chosen('invalid', 'invalidAs', rules.invalid),
    ...chosen('deemedRule', 'deemed', rules.deemedRule),
    ...(rules.proxyPrincipalsMost === undefined
      ? []
      : [`${t('assemblies.rule.proxyPrincipalsMost')}：${rules.proxyPrincipalsMost}`]),
    ...(rules.deemedClause ? [`${t('assemblies.rule.deemedText')}：${rules.deemedClause.text}`] : []),
    ...(rules.rulesClause ? [`${t('assemblies.form.rulesClause')}：${rules.rulesClause}`] : []),
  ];
  return { linesOf };
}
