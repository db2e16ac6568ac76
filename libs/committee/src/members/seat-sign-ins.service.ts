import { Injectable } from '@nestjs/common';
import { SeatGrants, type OpenedSeat, type PreparedSeat } from '#libs/identity';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { BodyFiles } from '../bodies/body-files.js';
import { CommitteeSignIn } from './committee-sign-in.entity.js';
import { SeatWriter } from './seat-writer.js';

export interface GivenSignIn {
  readonly login: string;
  readonly until: Day;
  readonly initialPassword: string | null;
}

/** A sign-in for somebody who sits on a body: it begins and ends with the seat. */
@Injectable()
export class SeatSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: BodyFiles,
    private readonly seats: SeatWriter,
    private readonly grants: SeatGrants,
  ) {}

  /**
   * The first password is answered once.
   * @throws DomainError `committee-member.not-found`, `committee-member.not-in-office`, `committee-member.signs-in`,
   *   `user.login-taken`, `user.login-invalid`
   */
  async give(
    principal: Principal,
    id: string,
    { recordId, login }: { readonly recordId: string; readonly login: string },
  ): Promise<GivenSignIn> {
    const prepared = await this.grants.prepare(login);
    const { until, initialPassword } = await this.open(principal, id, { recordId, prepared });
    return { login: prepared.login, until, initialPassword };
  }

  /**
   * Sign-ins of a demo city under one password, in the order of the seats.
   * @returns who they are
   * @throws DomainError `user.demo-only`
   */
  async giveDemo(
    principal: Principal,
    id: string,
    { seats, password }: { readonly seats: readonly { recordId: string; login: string }[]; readonly password: string },
  ): Promise<readonly string[]> {
    const prepared = await this.grants.prepareDemo(
      seats.map(({ login }) => login),
      password,
    );
    const users: string[] = [];
    for (const [at, { recordId }] of seats.entries()) {
      users.push((await this.open(principal, id, { recordId, prepared: prepared[at] as PreparedSeat })).userId);
    }
    return users;
  }

  private open(
    principal: Principal,
    id: string,
    { recordId, prepared }: { readonly recordId: string; readonly prepared: PreparedSeat },
  ): Promise<OpenedSeat & { readonly until: Day }> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.files.lock(manager, principal, id, 'committee.keep');
      const { cityId, personId, name, post, fromDay, toDay } = await this.seats.current(manager, body, recordId);
      if (post === 'alternate' || toDay < this.clock.today()) {
        throw new DomainError('committee-member.not-in-office', { name });
      }
      const of = { cityId, committeeId: id, personId };
      if (await manager.existsBy(CommitteeSignIn, of)) throw new DomainError('committee-member.signs-in', { name });
      const compoundIds = body.compounds.map((each) => each.id);
      const seat = { name, compoundIds, from: fromDay, to: toDay };
      const opened = await this.grants.open(manager, principal, prepared, seat);
      const { userId, grantIds } = opened;
      const given = { givenAt: this.clock.now(), givenBy: principal.actor.name };
      await manager.insert(
        CommitteeSignIn,
        grantIds.map((grantId) => ({ ...of, grantId, userId, ...given })),
      );
      return { ...opened, until: toDay };
    });
  }
}
