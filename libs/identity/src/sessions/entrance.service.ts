import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { City, Database } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { publicPrincipal } from '../access/principals.js';
import type { UserAccount } from '../people/user-account.entity.js';
import { confirmedFactor } from '../second-factor/second-factor.queries.js';
import { SessionOpener, type Entry, type OpenSession } from './session-opener.js';
import { SignInService } from './sign-in.service.js';
import { SignInTickets } from './sign-in-tickets.js';
import type { Device } from './visit.js';

/** What a person types to sign in; the city may be left out where there is only one. */
export interface Credentials {
  readonly city?: string;
  readonly login: string;
  readonly password: string;
}

/** An open session, or the ticket with which the second step is taken. */
export type Entered = OpenSession | { readonly ticket: string };

/** The session of somebody who is in. @throws DomainError `session.second-factor-needed` with the ticket */
export function opened(entered: Entered): OpenSession {
  if ('ticket' in entered) throw new DomainError('session.second-factor-needed', { ticket: entered.ticket });
  return entered;
}

/** Coming in: by password or by the city's directory, and with a code where a second factor is kept. */
@Injectable()
export class Entrance {
  constructor(
    private readonly database: Database,
    private readonly cities: CitiesService,
    private readonly signIn: SignInService,
    private readonly opener: SessionOpener,
    private readonly tickets: SignInTickets,
  ) {}

  /** @throws DomainError `session.city-required`, `city.not-found`, `session.refused`, `session.locked` */
  async byPassword(given: Credentials, device: Device): Promise<Entered> {
    const city = await this.cityOf(given.city);
    return this.signIn.withPassword(city, given, (manager, account) =>
      this.enter(manager, { city, account, entry: { device, way: 'password' } }),
    );
  }

  /**
   * The second step.
   * @throws DomainError `session.ticket-over`, `session.code-wrong`, `session.locked`, `session.ended`
   */
  async byCode(given: { readonly ticket: string; readonly code: string }, device: Device): Promise<OpenSession> {
    const ticket = this.tickets.read(given.ticket);
    const city = await this.database.shared((manager) => manager.findOneByOrFail(City, { id: ticket.cityId }));
    const proof = { userId: ticket.userId, code: given.code };
    return this.signIn.withCode(publicPrincipal(city), proof, (manager, account, secondFactor) => {
      if (!this.tickets.holds(ticket, account)) throw new DomainError('session.ticket-over');
      return this.opener.open(manager, city, account, { device, way: ticket.way, secondFactor });
    });
  }

  /** Lets somebody in whose first step was right; with a second factor only as far as the second step. */
  async enter(
    manager: EntityManager,
    who: { readonly city: City; readonly account: UserAccount; readonly entry: Entry },
  ): Promise<Entered> {
    const { city, account, entry } = who;
    if (await confirmedFactor(manager, account)) return { ticket: this.tickets.give(account, entry.way) };
    return this.opener.open(manager, city, account, entry);
  }

  /** @throws DomainError `session.city-required`, `city.not-found` */
  async cityOf(code: string | undefined): Promise<City> {
    if (code !== undefined) return this.cities.byCode(code);
    const all = await this.cities.list();
    if (all.length === 1) return all[0] as City;
    const names = all.map((city) => `${city.name}（${city.code}）`).join('、');
    throw new DomainError('session.city-required', {
      cities: names || { zh: '（尚未建立城市）', en: '(none was made yet)' },
    });
  }
}
