import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, errorDefinition, fillTemplate, type Language } from '#libs/platform';
import { CompoundPlaces, type CompoundPlace } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../bodies/bodies.js';
import { powerOn } from '../catalogue/powers.queries.js';
import { officeName, type Body } from '../domain/body.js';
import type { Power } from '../domain/catalogue/power.js';
import type { Authority, AuthorityQuestion } from '../domain/delegation/authority.js';
import type { Delegation } from '../domain/delegation/delegation.js';
import { DelegationRegister, type Register } from '../delegations/delegation-register.js';

/** May the office of this area use this power at this compound on this day? */
export interface AskedAuthority {
  readonly power: string;
  /** Code of the area whose office it is. */
  readonly body: string;
  /** Id, own code, or exact name of the compound. */
  readonly compound: string;
  /** Left out: today. */
  readonly on: Day | null;
}

/** One link of the chain, as people read it. */
export interface ChainLink {
  readonly delegationId: string;
  readonly from: string;
  readonly to: string;
  readonly documentNumber: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
}

export interface AuthorityAnswer {
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly message: string; readonly legalBasis: string };
  readonly chain: readonly ChainLink[];
}

/** A question whose power, body and place are known. */
export interface LookedUp {
  readonly power: Power;
  readonly body: Body;
  readonly place: CompoundPlace;
  readonly on: Day;
  readonly amountFen: string | null;
}

/** A question with everything that was looked up for it. */
export interface PreparedQuestion {
  readonly question: AuthorityQuestion;
  readonly place: CompoundPlace;
  readonly register: Register;
}

const HELD = {
  zh: '{body}在 {on} 持有“{power}”权限（{code}），可在 {place} 行使。',
  en: '{body} held the power "{power}" ({code}) on {on} and could use it at {place}.',
};

const NEXT = {
  holder: { zh: '可转交 {holders}。', en: 'It can be handed to {holders}.' },
  nobody: { zh: '请先由上级机关授权。', en: 'A body above has to hand it down first.' },
};

/** The last millisecond of a day in Shanghai. */
function endOf(day: Day): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}

export function linkOf({ id, from, to, documentNumber, effectiveFrom, effectiveTo }: Delegation): ChainLink {
  const [giver, receiver] = [officeName(from), officeName(to)];
  return { delegationId: id, from: giver, to: receiver, documentNumber, effectiveFrom, effectiveTo };
}

/** Answers who may do what, where and on which day; every act asks the same rule. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bodies: Bodies,
    private readonly places: CompoundPlaces,
    private readonly register: DelegationRegister,
  ) {}

  /** @throws DomainError `power.not-listed`, `area.not-found`, `compound.not-found` */
  async answer(principal: Principal, asked: AskedAuthority, language: Language): Promise<AuthorityAnswer> {
    return this.database.transaction(principal, async (manager) => {
      const on = asked.on ?? this.clock.today();
      const { power } = await powerOn(manager, principal.cityId, asked.power, on);
      const body = await this.bodies.byCode(manager, principal.cityId, asked.body, on);
      const place = await this.places.find(manager, principal, { compound: asked.compound, on });
      const prepared = await this.prepare(manager, principal, { power, body, place, on, amountFen: null });
      const authority = prepared.register.index.authority(prepared.question);
      return {
        allowed: authority.allowed,
        reason: this.reasonOf(prepared, authority, language),
        chain: authority.chain.map(linkOf),
      };
    });
  }

  /**
   * Refuses what the body may not do.
   * @returns the delegations on which it stands; none when the body is the power's origin
   * @throws DomainError every `devolution.…` refusal
   */
  async require(manager: EntityManager, principal: Principal, asked: LookedUp): Promise<readonly Delegation[]> {
    const prepared = await this.prepare(manager, principal, asked);
    const authority = prepared.register.index.authority(prepared.question);
    if (!authority.allowed) throw new DomainError(authority.code, this.paramsOf(prepared, authority, 'zh'));
    return authority.chain;
  }

  /** The question about a place, as of the end of the day, or as of now while the day lasts. */
  async prepare(
    manager: EntityManager,
    { cityId }: Principal,
    { power, body, place, on, amountFen }: LookedUp,
  ): Promise<PreparedQuestion> {
    const at = Math.min(this.clock.now().getTime(), endOf(on));
    const amount = amountFen === null ? null : BigInt(amountFen);
    const question = { power, body, placePath: place.path, on, at, amountFen: amount };
    return { question, place, register: await this.register.of(manager, cityId) };
  }

  /** Why, in words, with the next step where the answer is no. */
  reasonOf(prepared: PreparedQuestion, authority: Authority, language: Language): AuthorityAnswer['reason'] {
    const params = this.paramsOf(prepared, authority, language);
    const { power } = prepared.question;
    const code = authority.allowed ? 'devolution.held' : authority.code;
    const template = authority.allowed ? HELD[language] : (errorDefinition(code)?.[language] ?? code);
    return { code, message: fillTemplate(template, params).trim(), legalBasis: power.legalBasis };
  }

  private paramsOf(prepared: PreparedQuestion, authority: Authority, language: Language): Record<string, string> {
    const { question, place } = prepared;
    const { power, body, on } = question;
    return {
      body: officeName(body),
      on,
      power: power.name[language],
      code: power.code,
      place: place.name,
      day: authority.allowed ? '' : (authority.day ?? ''),
      next: this.nextStep(prepared, language),
    };
  }

  /** Who holds the power at the place on that day: somebody to turn to. */
  private nextStep({ question, register }: PreparedQuestion, language: Language): string {
    const holders = register.index.holders(question, [...register.bodies.values()]).map(officeName);
    if (holders.length === 0) return NEXT.nobody[language];
    return fillTemplate(NEXT.holder[language], { holders: holders.join(language === 'zh' ? '、' : ', ') });
  }
}
