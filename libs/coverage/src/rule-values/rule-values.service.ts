import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { RULE_PACK, ruleValueOn } from '#libs/law';
import { AuditLog, Clock, Database, FactChanges, Ids } from '#libs/platform';
import { scopeOf } from '#libs/registry';
import { IsNull } from 'typeorm';
import { rulesKnown } from './rules-known.js';
import type { RuleValueRequest, RuleValueResponse } from './rule-values.dto.js';
import { CityRuleValue } from './rule-value.entity.js';

const KEYS = [...new Set(RULE_PACK.map(({ key }) => key))];

/** What a text lays down nobody changes; what is only proposed or known by hearsay the city settles for itself. */
function isChangeable(key: string): boolean {
  return RULE_PACK.filter((each) => each.key === key).every(({ status }) => status !== 'SOURCED');
}

/** The numbers behind the rules, and the city's own in place of proposals. */
@Injectable()
export class RuleValues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
  ) {}

  /** Every value as it holds today. */
  async list(principal: Principal): Promise<RuleValueResponse[]> {
    const today = this.clock.today();
    const moment = { asOf: today, knownAt: null };
    const pack = await this.database.transaction(principal, (manager) =>
      rulesKnown({ manager, cityId: principal.cityId, moment }),
    );
    return KEYS.map((key) => {
      const { value, unit, source, article, level, status, effectiveFrom } = ruleValueOn(pack, key, today);
      return { key, value, unit, source, article, level, status, effectiveFrom, changeable: isChangeable(key) };
    });
  }

  /**
   * Lays down the city's own value from a day on; one of the same day is superseded and stays readable as known.
   * @throws DomainError `rule-value.unknown`, `rule-value.binding`, `request.forbidden` below the city
   */
  async set(principal: Principal, request: RuleValueRequest): Promise<void> {
    const { key, value, source, article, effectiveFrom } = request;
    if (!KEYS.includes(key)) throw new DomainError('rule-value.unknown', { key });
    if (!isChangeable(key)) throw new DomainError('rule-value.binding', { key });
    if (!scopeOf(principal, 'target.write').paths.includes(`${principal.cityCode}/`)) {
      throw new DomainError('request.forbidden', { permission: 'target.write' });
    }
    await this.database.transaction(principal, async (manager) => {
      const now = this.clock.now();
      const same = { cityId: principal.cityId, key, effectiveFrom, supersededAt: IsNull() };
      const before = await manager.findOneBy(CityRuleValue, same);
      if (before) await manager.update(CityRuleValue, same, { supersededAt: now });
      const row = { key, value, source, article, effectiveFrom };
      await manager.insert(CityRuleValue, {
        ...row,
        cityId: principal.cityId,
        id: this.ids.next(),
        recordedAt: now,
        supersededAt: null,
        recordedBy: principal.actor.name,
      });
      await this.auditLog.record(manager, principal, {
        action: 'rule-value.set',
        subjectKind: 'rule-value',
        subjectId: key,
        before: before ? { value: before.value, source: before.source, article: before.article } : null,
        after: row,
        legalBasis: `${source} ${article}`,
      });
      await this.factChanges.record(manager, principal.cityId, { everything: true });
    });
  }
}
