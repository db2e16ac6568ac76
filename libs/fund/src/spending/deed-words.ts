import type { Bilingual } from '#libs/kernel';
import type { PaperDeed } from '../domain/maintenance/repair-papers.js';
import type { ProjectDeed } from '../domain/spending-state.js';

const WORDS: Readonly<Record<ProjectDeed | PaperDeed, Bilingual>> = {
  review: { zh: '审核', en: 'review' },
  decision: { zh: '登记决策', en: 'decision' },
  quote: { zh: '登记报价', en: 'quote' },
  appropriation: { zh: '拨付', en: 'appropriation' },
  contract: { zh: '登记合同', en: 'contract' },
  payment: { zh: '提出付款', en: 'payment' },
  acceptance: { zh: '验收', en: 'acceptance' },
  voucher: { zh: '附上凭证', en: 'voucher' },
  closing: { zh: '结项', en: 'closing' },
};

/** What a step is called when it is refused. */
export const deedWords = (deed: ProjectDeed | PaperDeed): Bilingual => WORDS[deed];
