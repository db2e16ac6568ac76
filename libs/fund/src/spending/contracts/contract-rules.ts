import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Day } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../domain/fen.js';
import { contractFault, type ContractFacts } from '../../domain/quotes.js';

/** A contract as it is to be recorded, before what the rules ask of it on its day. */
export type ToldContract = Omit<ContractFacts, 'askedFrom' | 'asked'> & { readonly signedOn: Day };

/** Quotes and amounts, of projects and of repairs alike. @throws DomainError `project.contract-…`, `project.quote…` */
export async function requireContractFit(
  manager: EntityManager,
  cityId: number,
  { signedOn, ...told }: ToldContract,
): Promise<void> {
  const rules = await rulesOfCity(manager, cityId);
  const askedFrom = BigInt(ruleValueOn(rules, 'fund.quotes.from', signedOn).value) * 100n;
  const asked = ruleValueOn(rules, 'fund.quotes.least', signedOn).value;
  const fault = contractFault({ ...told, askedFrom, asked });
  if (fault === null) return;
  throw new DomainError(fault, { from: yuanText(askedFrom), least: asked, count: told.quotes.length });
}
