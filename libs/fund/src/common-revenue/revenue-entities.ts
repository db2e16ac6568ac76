import { CommonRevenueAccount } from './tables/common-revenue-account.entity.js';
import { CommonRevenueAnswer } from './tables/common-revenue-answer.entity.js';
import { CommonRevenueBasis } from './tables/common-revenue-basis.entity.js';
import { CommonRevenueConsent } from './tables/common-revenue-consent.entity.js';
import { CommonRevenueContract } from './tables/common-revenue-contract.entity.js';
import { CommonRevenueContractEnding } from './tables/common-revenue-contract-ending.entity.js';
import { CommonRevenueEscalation } from './tables/common-revenue-escalation.entity.js';
import { CommonRevenueNotice } from './tables/common-revenue-notice.entity.js';
import { CommonRevenueObjection } from './tables/common-revenue-objection.entity.js';
import { CommonRevenuePosting } from './tables/common-revenue-posting.entity.js';
import { CommonRevenuePublication } from './tables/common-revenue-publication.entity.js';
import { CommonRevenueReceipt } from './tables/common-revenue-receipt.entity.js';
import { CommonRevenueRejection } from './tables/common-revenue-rejection.entity.js';
import { CommonRevenueWithdrawal } from './tables/common-revenue-withdrawal.entity.js';

/** The tables of common revenue. */
export const COMMON_REVENUE_ENTITIES: readonly (new () => object)[] = [
  CommonRevenueAccount,
  CommonRevenueBasis,
  CommonRevenueWithdrawal,
  CommonRevenueConsent,
  CommonRevenueRejection,
  CommonRevenuePosting,
  CommonRevenueContract,
  CommonRevenueContractEnding,
  CommonRevenueReceipt,
  CommonRevenuePublication,
  CommonRevenueNotice,
  CommonRevenueObjection,
  CommonRevenueAnswer,
  CommonRevenueEscalation,
];
