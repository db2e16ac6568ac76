import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock, Database, Seals } from '#libs/platform';
import { IsNull, Not } from 'typeorm';
import { publicPrincipal } from '../access/principals.js';
import { UserAccount } from '../people/user-account.entity.js';
import { Entrance, type Entered } from '../sessions/entrance.service.js';
import type { Device } from '../sessions/visit.js';
import { DirectoryClient, type VisitSecrets } from './directory.client.js';
import { DirectoryLink } from './directory-link.entity.js';

/** How long somebody may take at the directory, in milliseconds. */
const VISIT_MS = 15 * 60_000;

/** A visit to the directory under way; the visitor's browser keeps it, sealed. */
interface Visit extends VisitSecrets {
  readonly cityId: number;
  /** Who is linking their account; null when somebody is signing in. */
  readonly userId: string | null;
  readonly redirectUri: string;
  readonly until: number;
}

/** Where to go, and what to bring back. */
export interface VisitBegun {
  readonly address: string;
  readonly ticket: string;
}

/** What the browser brings back: its ticket, and the query with which the directory sent it. */
export interface VisitEnded {
  readonly ticket: string;
  readonly answer: string;
}

/** Sign-in by the city's own directory. It opens only accounts that were linked before, and never makes one. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly client: DirectoryClient,
    private readonly seals: Seals,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly entrance: Entrance,
  ) {}

  /**
   * @throws DomainError `session.city-required`, `city.not-found`, `directory.not-configured`,
   *   `directory.unreachable`
   */
  async beginSignIn(cityCode: string | undefined, redirectUri: string): Promise<VisitBegun> {
    const { id } = await this.entrance.cityOf(cityCode);
    return this.begin({ cityId: id, userId: null, redirectUri });
  }

  /** @throws DomainError `directory.not-configured`, `directory.unreachable` */
  async beginLink(principal: Principal, redirectUri: string): Promise<VisitBegun> {
    return this.begin({ cityId: principal.cityId, userId: principal.actor.id, redirectUri });
  }

  /** @throws DomainError `directory.refused`, `directory.not-linked`, `directory.unreachable` */
  async signIn(ended: VisitEnded, device: Device): Promise<Entered> {
    const { visit, issuer, subject } = await this.end(ended);
    if (visit.userId !== null) throw new DomainError('directory.refused');
    const { cityId } = visit;
    const entered = await this.database.transaction({ cityId }, async (manager) => {
      const city = await manager.findOneByOrFail(City, { id: cityId });
      const link = await manager.findOneBy(DirectoryLink, { cityId, issuer, subject });
      const account = link && (await manager.findOneBy(UserAccount, { cityId, id: link.userId }));
      if (account && account.disabledAt === null)
        return this.entrance.enter(manager, { city, account, entry: { device, way: 'directory' } });
      const refused = { action: 'session.refuse', subjectKind: 'user', subjectId: account?.id ?? 'unknown' };
      await this.auditLog.record(manager, publicPrincipal(city), { ...refused, after: { way: 'directory' } });
      return null;
    });
    if (!entered) throw new DomainError('directory.not-linked');
    return entered;
  }

  /**
   * Ties the directory's person to the caller's account.
   * @throws DomainError `directory.refused`, `directory.linked-elsewhere`, `directory.unreachable`
   */
  async link(principal: Principal, ended: VisitEnded): Promise<void> {
    const { visit, issuer, subject } = await this.end(ended);
    const { cityId, actor } = principal;
    if (visit.userId !== actor.id || visit.cityId !== cityId) throw new DomainError('directory.refused');
    await this.database.transaction(principal, async (manager) => {
      const by = { linkedAt: this.clock.now(), linkedBy: actor.id };
      await manager.upsert(DirectoryLink, { cityId, userId: actor.id, issuer, subject, ...by }, ['cityId', 'userId']);
      const line = { action: 'directory.link', subjectKind: 'user', subjectId: actor.id, after: { subject } };
      await this.auditLog.record(manager, principal, line);
    });
  }

  /** @throws DomainError `directory.no-link` */
  async unlink(principal: Principal): Promise<void> {
    const { cityId, actor } = principal;
    await this.database.transaction(principal, async (manager) => {
      const linked = { cityId, userId: actor.id, subject: Not(IsNull()) };
      const { affected } = await manager.update(DirectoryLink, linked, { subject: null });
      if (!affected) throw new DomainError('directory.no-link');
      const line = { action: 'directory.link', subjectKind: 'user', subjectId: actor.id, after: { subject: null } };
      await this.auditLog.record(manager, principal, line);
    });
  }

  private async begin(whose: Pick<Visit, 'cityId' | 'userId' | 'redirectUri'>): Promise<VisitBegun> {
    const { address, secrets } = await this.client.begin(whose.redirectUri);
    const visit: Visit = { ...whose, ...secrets, until: this.clock.now().getTime() + VISIT_MS };
    return { address, ticket: this.seals.seal('directory-visit', 'visit', JSON.stringify(visit)) };
  }

  private async end({ ticket, answer }: VisitEnded): Promise<{ visit: Visit; issuer: string; subject: string }> {
    const opened = this.seals.open('directory-visit', 'visit', ticket);
    const visit = opened === null ? null : (JSON.parse(opened) as Visit);
    if (!visit || visit.until <= this.clock.now().getTime()) throw new DomainError('directory.refused');
    const returned = new URL(visit.redirectUri);
    returned.search = answer;
    return { visit, ...(await this.client.finish(returned, visit)) };
  }
}
