import type { FindingText } from './finding-text.js';

/** What can be wrong with the rules of a vote, and with who holds it. */
export const RULE_FINDINGS = {
  'counting-without-bylaws': {
    severity: 'blocks',
    sentence: {
      zh: '车位、储藏室计入表决，但没有写明规约条款。',
      en: 'Parking counts, but no clause of the compound’s rules is named.',
    },
    fix: { zh: '请填写议事规则或规约的条款；没有的，不计入。', en: 'Name the clause, or do not count it.' },
  },
  'changing-without-bylaws': {
    severity: 'warns',
    sentence: { zh: '允许改票，但没有写明规则条款。', en: 'Ballots may be changed, but no clause is named.' },
    fix: { zh: '请填写条款，并在通知里写明。', en: 'Name the clause, and say so in the notice.' },
  },
  'departs-from-bylaws': {
    severity: 'blocks',
    sentence: {
      zh: '{what}与《{title}》（{from} 起生效）的约定不一致。',
      en: '{what}: other than the compound’s own rules ({title}, in force from {from}) say.',
    },
    fix: {
      zh: '请按议事规则重新筹备；议事规则已经修改的，先登记新的版本。',
      en: 'Prepare it anew as the rules say; where they were changed, lay the new version down first.',
    },
  },
  'newer-bylaws': {
    severity: 'blocks',
    sentence: {
      zh: '筹备以后登记了《{title}》（{from} 起生效），本次表决还按筹备时的规则。',
      en: '{title} (in force from {from}) was laid down after this vote was prepared, which goes by what held then.',
    },
    fix: { zh: '请按现行议事规则重新筹备。', en: 'Prepare it anew under the rules in force.' },
  },
  'deemed-without-clause': {
    severity: 'blocks',
    sentence: { zh: '采用推定表决，却没有写明规约条款。', en: 'Silence is to count, but no clause is named.' },
    fix: { zh: '请填写条款原文；没有的，不得推定。', en: 'Write the clause out, or count no silence.' },
  },
  'deemed-clause-too-late': {
    severity: 'blocks',
    sentence: { zh: '推定表决的条款在通知之后才生效。', en: 'The clause on silence came into force after the notice.' },
    fix: { zh: '本次不得推定。', en: 'Count no silence this time.' },
  },
  'deemed-without-methods': {
    severity: 'blocks',
    sentence: { zh: '推定表决没有写明认可的送达方式。', en: 'The clause on silence names no way of delivery.' },
    fix: { zh: '请按条款选择送达方式。', en: 'Choose the ways that the clause accepts.' },
  },
  'deemed-without-warning': {
    severity: 'blocks',
    sentence: { zh: '表决票上没有提示“不表态的后果”。', en: 'The ballot does not warn of what silence means.' },
    fix: { zh: '请在表决票上印明后果。', en: 'Print the warning on the ballot.' },
  },
  'deemed-in-first': {
    severity: 'blocks',
    sentence: {
      zh: '首次业主大会还没有议事规则，不得推定表决。',
      en: 'A first assembly has no rules yet under which silence could count.',
    },
    fix: { zh: '除非临时管理规约另有约定。', en: 'Unless an interim covenant says so.' },
  },
  'petition-too-few': {
    severity: 'blocks',
    sentence: {
      zh: '提议的业主只有 {heads} 人，不到 {percent}%（{needed} 人，物业管理条例第十三条）。',
      en: 'Only {heads} owners asked for it, fewer than the {needed} that make {percent}%.',
    },
    fix: { zh: '请补齐联名，或由业委会等依职权召集。', en: 'Gather more names, or let the committee convene it.' },
  },
  'petition-area-short': {
    severity: 'warns',
    sentence: {
      zh: '提议的业主人数已到 {percent}%，面积还不到。',
      en: 'The owners who asked are {percent}% by heads, but not by area.',
    },
    fix: { zh: '按人数已可召开（条例）；为免争议，最好面积也够。', en: 'Heads suffice by law; area as well is safer.' },
  },
  'organiser-not-for-first': {
    severity: 'blocks',
    sentence: {
      zh: '首次业主大会不能由业委会或换届小组组织。',
      en: 'A first assembly is not organised by a committee or re-election group.',
    },
    fix: { zh: '由筹备组、物管会或街道组织。', en: 'A preparatory group, a PMC or the sub-district does it.' },
  },
  'organiser-only-for-first': {
    severity: 'blocks',
    sentence: { zh: '筹备组只组织首次业主大会。', en: 'A preparatory group organises the first assembly only.' },
    fix: { zh: '请改为业委会、换届小组等。', en: 'Choose the committee, or a re-election group.' },
  },
  'organiser-not-there': {
    severity: 'blocks',
    sentence: {
      zh: '该小区登记中没有任期内的业委会（物管会）。',
      en: 'The compound has no such body in term on file.',
    },
    fix: { zh: '请先登记备案，或由其他主体组织。', en: 'Register it first, or let another body organise.' },
  },
  'organiser-own-election': {
    severity: 'blocks',
    sentence: { zh: '业委会不能组织自己的换届选举。', en: 'A committee does not organise its own re-election.' },
    fix: { zh: '由换届小组或街道组织。', en: 'A re-election group or the sub-district does it.' },
  },
  'organiser-without-order': {
    severity: 'blocks',
    sentence: {
      zh: '居委会、街道召集需要责令文件。',
      en: 'Others may convene only after an order that the committee ignored.',
    },
    fix: { zh: '请填写责令或请求的文号（指导规则第五十一条）。', en: 'Name the order or request.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
