export { BEAUTIFUL_HOME, FUND_NAME, FundBooks } from './books/fund-books.service.js';
export { FUND_CHART } from './books/standard-charts.js';
export { AccountsService } from './common-revenue/desk/accounts.service.js';
export { COMMON_REVENUE_ENTITIES } from './common-revenue/revenue-entities.js';
export {
  RevenueContracts,
  type NewIncome,
  type NewRevenueContract,
} from './common-revenue/income/contracts.service.js';
export { revenueErrors } from './common-revenue/revenue.errors.js';
export { RevenueObjections } from './common-revenue/objections/objections.service.js';
export { RevenueStatements } from './common-revenue/statements/statements.service.js';
export { WithdrawalsService, type NewWithdrawal } from './common-revenue/withdrawals/withdrawals.service.js';
export { DisclosurePosting } from './disclosure/disclosure-posting.entity.js';
export { DisclosurePublication } from './disclosure/disclosure-publication.entity.js';
export { disclosureErrors } from './disclosure/disclosure.errors.js';
export { PublicDisclosure } from './disclosure/public-disclosure.service.js';
export { PublicationsService } from './disclosure/publications.service.js';
export type { Source, Use } from './domain/uses.js';
export { fundErrors } from './fund.errors.js';
export { FundModule } from './fund.module.js';
export { MaintenanceAccount } from './maintenance/accounts/maintenance-account.entity.js';
export { DepositListsService } from './maintenance/deposits/deposit-lists.service.js';
export { DepositsService } from './maintenance/deposits/deposits.service.js';
export { MaintenanceDeposit } from './maintenance/deposits/maintenance-deposit.entity.js';
export { MaintenanceHomes } from './maintenance/homes/maintenance-homes.service.js';
export { InterestService } from './maintenance/interest/interest.service.js';
export { MaintenanceBooks } from './maintenance/maintenance-books.js';
export {
  InstalmentPayments,
  type InstalmentPath,
} from './maintenance/spending/instalments/instalment-payments.service.js';
export { SpendingsService } from './maintenance/spending/spendings.service.js';
export { RepairPapers, type NewRepairContract } from './maintenance/spending/papers/repair-papers.service.js';
export { MaintenanceShare } from './maintenance/spending/tables/maintenance-share.entity.js';
export { MaintenanceInstalmentShare } from './maintenance/spending/tables/maintenance-instalment-share.entity.js';
export { MaintenanceInstalment } from './maintenance/spending/tables/maintenance-instalment.entity.js';
export { MaintenanceRequestRejection } from './maintenance/spending/tables/maintenance-request-rejection.entity.js';
export { MaintenanceRequest } from './maintenance/spending/tables/maintenance-request.entity.js';
export { MaintenanceSpendingApproval } from './maintenance/spending/tables/maintenance-spending-approval.entity.js';
export { MaintenanceSpendingRejection } from './maintenance/spending/tables/maintenance-spending-rejection.entity.js';
export { MaintenanceSpendingStep } from './maintenance/spending/tables/maintenance-spending-step.entity.js';
export { MaintenanceSpending } from './maintenance/spending/tables/maintenance-spending.entity.js';
export { MaintenanceTaking } from './maintenance/spending/tables/maintenance-taking.entity.js';
export { maintenanceErrors } from './maintenance/maintenance.errors.js';
export { FundReceipt } from './money-in/fund-receipt.entity.js';
export { receiptErrors } from './money-in/receipts.errors.js';
export { ReceiptsService, type NewReceipt } from './money-in/receipts.service.js';
export { FundPledge, FundPledgeWithdrawal } from './pledges/fund-pledge.entity.js';
export { pledgeErrors } from './pledges/pledges.errors.js';
export { PledgesService, type NewPledge } from './pledges/pledges.service.js';
export { ContractsService } from './spending/contracts/contracts.service.js';
export { DecisionsService } from './spending/decisions.service.js';
export { paymentErrors } from './spending/payments/payments.errors.js';
export { PaymentsService } from './spending/payments/payments.service.js';
export { ProjectsService, type NewProject } from './spending/projects.service.js';
export { spendingErrors } from './spending/spending.errors.js';
export { FundDecision } from './spending/tables/fund-decision.entity.js';
export { FundPaymentApproval } from './spending/tables/fund-payment-approval.entity.js';
export { FundPaymentPosting } from './spending/tables/fund-payment-posting.entity.js';
export { FundPaymentRejection } from './spending/tables/fund-payment-rejection.entity.js';
export { FundPayment } from './spending/tables/fund-payment.entity.js';
export { FundProjectHold } from './spending/tables/fund-project-hold.entity.js';
export { FundProjectStep } from './spending/tables/fund-project-step.entity.js';
export { FundProject } from './spending/tables/fund-project.entity.js';
export { FundQuote } from './spending/tables/fund-quote.entity.js';
export { FundVoucherWithdrawal } from './vouchers/fund-voucher-withdrawal.entity.js';
export { FundVoucher } from './vouchers/fund-voucher.entity.js';
export { voucherErrors } from './vouchers/vouchers.errors.js';
export { VoucherWithdrawals } from './vouchers/voucher-withdrawals.service.js';
export { VouchersService } from './vouchers/vouchers.service.js';
