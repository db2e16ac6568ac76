import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, Seals } from '#libs/platform';
import type { UserAccount } from '../people/user-account.entity.js';
import type { SignInWay } from './session.entity.js';

/** How long somebody may look for their phone, in milliseconds. */
const TICKET_MS = 5 * 60_000;

/** What a ticket says: who has passed the first step, in which way, until when it holds. */
export interface Ticket {
  readonly cityId: number;
  readonly userId: string;
  readonly way: SignInWay;
  readonly until: number;
  /** Of the password at that time: a ticket dies with it. */
  readonly password: string;
}

/** Between the first step of a sign-in and the second nothing is stored: the visitor is given a sealed ticket. */
@Injectable()
export class SignInTickets {
  constructor(
    private readonly clock: Clock,
    private readonly seals: Seals,
  ) {}

  give(account: UserAccount, way: SignInWay): string {
    const ticket: Ticket = {
      cityId: account.cityId,
      userId: account.id,
      way,
      until: this.clock.now().getTime() + TICKET_MS,
      password: this.printOf(account),
    };
    return this.seals.seal('sign-in-ticket', 'second-step', JSON.stringify(ticket));
  }

  /** @throws DomainError `session.ticket-over` */
  read(text: string): Ticket {
    const opened = this.seals.open('sign-in-ticket', 'second-step', text);
    const ticket = opened === null ? null : (JSON.parse(opened) as Ticket);
    if (!ticket || ticket.until <= this.clock.now().getTime()) throw new DomainError('session.ticket-over');
    return ticket;
  }

  /** Whether the account still is what it was when the ticket was given. */
  holds(ticket: Ticket, account: UserAccount): boolean {
    return account.disabledAt === null && ticket.password === this.printOf(account);
  }

  private printOf({ passwordHash }: UserAccount): string {
    return this.seals.fingerprint('sign-in-ticket', passwordHash).slice(0, 32);
  }
}
