import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { source: '个人信息保护法第十九条下的办理口径', level: 'city', status: 'PROPOSED' } as const;

type Entry = Pick<RuleValue, 'key' | 'value' | 'unit' | 'source' | 'article' | 'level' | 'status'>;

const VALUES: readonly Entry[] = [
  {
    ...{ key: 'retention.access-records.months', value: 36, unit: 'months', article: '第十二条' },
    ...{ source: '网络数据安全管理条例', level: 'state-council', status: 'SOURCED' },
  },
  { key: 'retention.audit-lines.months', value: 36, unit: 'months', ...OWN, article: '操作留痕保存' },
  {
    ...{ key: 'retention.sessions.months', value: 6, unit: 'months', article: '第二十三条' },
    ...{ source: '中华人民共和国网络安全法', level: 'law', status: 'SOURCED' },
  },
  {
    ...{ key: 'retention.messages.months', value: 6, unit: 'months', article: '第二十三条' },
    ...{ source: '中华人民共和国网络安全法', level: 'law', status: 'SOURCED' },
  },
  { key: 'retention.objectors.months', value: 60, unit: 'months', ...OWN, article: '公共收益异议人姓名保存' },
  { key: 'retention.sign-in-codes.days', value: 7, unit: 'days', ...OWN, article: '登录验证码保存' },
];

/** How long what names people is kept; ballots and what proves their delivery have `assembly.retention.months`. */
export const RETENTION_PACK: RulePack = VALUES.map((entry) => ({ ...entry, ...ALWAYS }));
