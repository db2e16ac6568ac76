import { covers, type Body } from '../body.js';
import { authorityOf, type Authority, type AuthorityQuestion } from './authority.js';
import type { Delegation } from './delegation.js';

function keyOf(powerCode: string, { areaId }: Pick<Body, 'areaId'>): string {
  return `${powerCode}|${areaId}`;
}

const NONE: readonly (readonly Delegation[])[] = [];

/** All delegations of a city at one version, ready to be asked: each with its chain, by its power and receiver. */
export class DelegationIndex {
  private readonly chains = new Map<string, (readonly Delegation[])[]>();

  constructor(delegations: readonly Delegation[]) {
    const byId = new Map(delegations.map((delegation) => [delegation.id, delegation]));
    for (const delegation of delegations) {
      const key = keyOf(delegation.powerCode, delegation.to);
      const chain = delegation.chain.map((id) => {
        const link = byId.get(id);
        if (!link) throw new Error(`delegation ${delegation.id} rests on ${id}, which is not there`);
        return link;
      });
      const held = this.chains.get(key);
      if (held) held.push(chain);
      else this.chains.set(key, [chain]);
    }
  }

  authority(question: AuthorityQuestion): Authority {
    return authorityOf(question, this.chainsOf(question.power.code, question.body));
  }

  /** What was ever handed to a body of one power, each with what it rests on, the origin's first. */
  chainsOf(powerCode: string, body: Pick<Body, 'areaId'>): readonly (readonly Delegation[])[] {
    return this.chains.get(keyOf(powerCode, body)) ?? NONE;
  }

  /** The delegations of one power to a body. */
  heldBy(powerCode: string, body: Pick<Body, 'areaId'>): readonly Delegation[] {
    return this.chainsOf(powerCode, body).flatMap((chain) => chain.at(-1) ?? []);
  }

  /** The bodies that may use the power at the place in question, the narrowest first. */
  holders(question: AuthorityQuestion, bodies: readonly Body[]): readonly Body[] {
    return bodies
      .filter((body) => covers(body, { path: question.placePath }))
      .filter((body) => this.authority({ ...question, body }).allowed)
      .sort((one, other) => other.path.length - one.path.length);
  }
}
