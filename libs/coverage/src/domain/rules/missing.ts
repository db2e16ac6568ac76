import type { RuleHead } from './rule.js';

/** What is said of a subject for which there is no evidence at all; these have nothing to check. */
export const serviceMissing: RuleHead = {
  code: 'c1.none',
  targets: ['C1'],
  title: { zh: '没有服务依据', en: 'No evidence of service' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：须有合同备案、决议、托管协议或应急决定',
  message: { zh: '没有登记任何在效的服务依据。', en: 'No contract, resolution, trusteeship or order is on record.' },
  recommendation: { zh: '登记服务合同或确定兜底服务模式。', en: 'Record the contract, or settle a fallback mode.' },
};

export const bodyMissing: RuleHead = {
  code: 'c2.none',
  targets: ['C2'],
  title: { zh: '没有业委会或物管会', en: 'No committee or PMC' },
  severity: 'gap',
  legalBasis: '物业管理条例第十条；民法典第二百七十七条',
  message: { zh: '没有登记在任的业委会、物管会或豁免依据。', en: 'No committee, PMC or exemption is on record.' },
  recommendation: { zh: '成立首次业主大会筹备组，或先组建物管会。', en: 'Form a preparatory group, or a PMC first.' },
};

export const bodyPartyMissing: RuleHead = {
  code: 'c3.none',
  targets: ['C3'],
  title: { zh: '业委会（物管会）没有党组织', en: 'The body has no party organisation' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：业委会（物管会）党组织覆盖',
  message: { zh: '没有登记该业委会（物管会）的党组织。', en: 'No party organisation of this body is on record.' },
  recommendation: {
    zh: '报街道党工委批准建立独立、联合或功能型党支部，或选派指导员。',
    en: 'Set up a branch, or send an instructor.',
  },
};

export const companyPartyMissing: RuleHead = {
  code: 'c4.none',
  targets: ['C4A', 'C4B'],
  title: { zh: '物业企业没有党组织', en: 'The company has no party organisation' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：物业企业党组织覆盖',
  message: { zh: '没有登记该物业企业的党组织。', en: 'No party organisation of this company is on record.' },
  recommendation: { zh: '报行业党委批准建立党组织，或选派指导员。', en: 'Set up a branch, or send an instructor.' },
};

export const managerMissing: RuleHead = {
  code: 'c4b.no-manager',
  targets: ['C4B'],
  title: { zh: '没有在管的物业企业', en: 'No company manages here' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：物业企业党组织按小区覆盖',
  message: {
    zh: '该小区没有有效的物业企业服务依据，党组织无从覆盖。',
    en: 'No company serves here on valid evidence.',
  },
  recommendation: { zh: '先落实物业服务，再落实企业党组织。', en: 'Settle the service first.' },
};
