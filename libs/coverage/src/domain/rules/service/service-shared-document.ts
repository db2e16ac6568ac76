import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const serviceSharedDocument: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.shared-document',
  targets: ['C1'],
  title: { zh: '同一文件用于多个小区', en: 'One document for several compounds' },
  severity: 'defect',
  legalBasis: '覆盖审计口径：除连片打包外，一份文件只证明一个小区',
  message: {
    zh: '同一文号的文件还被用于其他小区。',
    en: 'A document of this number is used for another compound too.',
  },
  recommendation: {
    zh: '核对原件；确为连片服务的改登为“连片打包”。',
    en: 'Check the original; if it is a bundle, record it as one.',
  },
  check: (service) => (service.sharedDocument && service.mode !== 'B' ? { state: 'COVERED_WITH_DEFECT' } : null),
  changesOn: () => null,
};
