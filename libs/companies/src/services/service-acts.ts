import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActRecords, type IssuedAct } from '#libs/devolution';
import { addMonths, DomainError, type Day } from '#libs/kernel';
import { serviceClaim } from '#libs/registry';
import { normalizeCreditCode } from '../domain/credit-code.js';
import type { ServiceModeCode } from '../domain/services/service-mode-words.js';
import { ServiceModesService, type NewServiceMode } from './service-modes.service.js';

/** How the form of WY-16 names the modes in which no company serves by contract. */
const MODES: Readonly<Record<string, ServiceModeCode>> = { 业主自管: 'S', 单位自管: 'U', 托管兜底: 'T', 连片打包: 'B' };

/** An emergency service lasts at most so long (住宅小区物业服务企业退出办法 and the models of other cities). */
const EMERGENCY_MONTHS = 6;

interface Form {
  readonly company?: string | null;
  readonly provider?: string | null;
  readonly creditCode?: string | null;
  readonly mode?: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** What the act's form says, as a paper about the service of a compound; the paper is the act itself. */
function paperOf(act: IssuedAct, mode: ServiceModeCode): NewServiceMode {
  const { company, provider, creditCode, from, to } = act.form as unknown as Form;
  const serves = company ?? provider ?? null;
  return {
    compoundIds: [act.compoundId],
    mode,
    provider: serves,
    providerClaim: serviceClaim(serves),
    creditCode: creditCode ? normalizeCreditCode(creditCode) : null,
    document: { documentNumber: act.documentNumber, issuingBody: act.office, from, to },
    issuedOn: act.issuedOn,
    filedOn: act.issuedOn,
    fileId: null,
  };
}

function requireShortEmergency(act: IssuedAct): void {
  const { from, to } = act.form as unknown as Form;
  if (to === null || to > addMonths(from, EMERGENCY_MONTHS)) {
    throw new DomainError('service-mode.emergency-too-long', { months: EMERGENCY_MONTHS });
  }
}

/** 合同备案（WY-12）、应急服务（WY-15）与服务模式确定（WY-16）: the acts that make evidence of service. */
@Injectable()
export class ServiceActs implements OnModuleInit {
  constructor(
    private readonly records: ActRecords,
    private readonly services: ServiceModesService,
  ) {}

  onModuleInit(): void {
    this.register('WY-12', 'contract_filing', () => 'P');
    this.register('WY-15', 'emergency_order', (act) => {
      requireShortEmergency(act);
      return 'E';
    });
    this.register('WY-16', 'service_mode_record', ({ form }) => MODES[String(form.mode)] ?? 'T');
  }

  private register(powerCode: string, recordKind: string, modeOf: (act: IssuedAct) => ServiceModeCode): void {
    this.records.register(
      powerCode,
      async (manager, act) => {
        const recordId = await this.services.registerIn(manager, act.issuer, paperOf(act, modeOf(act)));
        return { recordKind, recordId };
      },
      (manager, { issuer, documentNumber }, recordId) =>
        this.services.withdrawIn(manager, issuer, { recordId, documentNumber }),
    );
  }
}
