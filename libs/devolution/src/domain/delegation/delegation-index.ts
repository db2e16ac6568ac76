import { covers, type Body } from '../body.js';
import type { Power } from '../catalogue/power.js';
import { authorityOf, isOrigin, type Authority, type AuthorityQuestion } from './authority.js';
import { chainOf, inForce, type Chain } from './chain.js';
import type { Delegation, Moment } from './delegation.js';

const NONE: readonly Chain[] = [];

/** All delegations of a city at one version, ready to be asked: each with its chain, by its power and receiver. */
export class DelegationIndex {
  /** By the code of the power, then by the area of the receiver. */
  private readonly chains = new Map<string, Map<string, Chain[]>>();

  constructor(delegations: readonly Delegation[]) {
    const byId = new Map(delegations.map((delegation) => [delegation.id, delegation]));
    for (const { id, powerCode, to, chain } of delegations) {
      const links = chain.map((each) => {
        const link = byId.get(each);
        if (!link) throw new Error(`delegation ${id} rests on ${each}, which is not there`);
        return link;
      });
      const ofPower = this.chains.get(powerCode) ?? new Map<string, Chain[]>();
      this.chains.set(powerCode, ofPower);
      ofPower.set(to.areaId, [...(ofPower.get(to.areaId) ?? []), chainOf(links)]);
    }
  }

  authority(question: AuthorityQuestion): Authority {
    return authorityOf(question, this.of(question.power.code, question.body));
  }

  /** The delegation by which a body that is not the origin holds the power; null when it does not, without a reason. */
  grantInForce(question: AuthorityQuestion): Delegation | null {
    return inForce(this.of(question.power.code, question.body), question)?.own ?? null;
  }

  /** Whether a body may use a power anywhere at all, as its origin or by a delegation in force. */
  isHeld(power: Power, body: Body, moment: Moment): boolean {
    if (power.origin.includes(body.level)) return true;
    const isInForce = (chain: Chain): boolean =>
      inForce([chain], { ...moment, placePath: chain.areaPath, amountFen: null }) !== null;
    return this.of(power.code, body).some(isInForce);
  }

  /** What was ever handed to a body of one power, each with what it rests on, the origin's first. */
  chainsOf(powerCode: string, body: Pick<Body, 'areaId'>): readonly (readonly Delegation[])[] {
    return this.of(powerCode, body).map(({ links }) => links);
  }

  /** The delegations of one power to a body. */
  heldBy(powerCode: string, body: Pick<Body, 'areaId'>): readonly Delegation[] {
    return this.of(powerCode, body).map(({ own }) => own);
  }

  /** The bodies that may use the power at the place in question, the narrowest first. */
  holders(question: AuthorityQuestion, bodies: readonly Body[]): readonly Body[] {
    return bodies
      .filter((body) => covers(body, { path: question.placePath }))
      .map((body) => ({ ...question, body }))
      .filter((asked) => isOrigin(asked) || this.grantInForce(asked) !== null)
      .map(({ body }) => body)
      .sort((one, other) => other.path.length - one.path.length);
  }

  private of(powerCode: string, { areaId }: Pick<Body, 'areaId'>): readonly Chain[] {
    return this.chains.get(powerCode)?.get(areaId) ?? NONE;
  }
}
