import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import { AssemblyFiles } from '../assemblies/assembly-files.js';
import { proxyFault, type ProxyKind } from '../domain/assembly/proxies.js';
import { requireParties } from '../roll/parties.js';
import { ProxyRevocation } from './proxy-revocation.entity.js';
import { ProxyRow } from './proxy.entity.js';
import { proxiesOf, type KnownProxy } from './proxy.queries.js';

/** A written proxy as it is handed in (民法典第一百六十五条). */
export interface NewProxyPaper {
  readonly partyId: string;
  readonly holderName: string;
  /** Last digits of the holder's paper, so that the same name is not taken for the same person. */
  readonly holderMark: string;
  readonly holderKind: ProxyKind;
  readonly holderPartyId: string | null;
  readonly instruction: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly fileId: string | null;
}

/** 委托: taken while there is time, within the limit, and revoked whenever the owner likes. */
@Injectable()
export class ProxiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `proxy.…`, `roll.party-unknown`, `file.not-found` */
  async register(principal: Principal, assemblyId: string, request: NewProxyPaper): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { assembly, state } = await this.files.lock(manager, principal, assemblyId);
      if (state !== 'noticed' && state !== 'open') throw new DomainError('proxy.not-now');
      const { cityId, actor } = principal;
      const of = { cityId, assemblyId };
      const named = [request.partyId, request.holderPartyId].filter((each) => each !== null);
      await requireParties(manager, of, named);
      if (request.to < request.from) throw new DomainError('proxy.days-unusable');
      if (request.fileId !== null) await this.papers.requireAttach(manager, principal, request.fileId);
      const { holderMark, from, to, ...told } = request;
      // An owner is the same person however the name is written; anybody else is known by name and paper.
      const holderKey = request.holderPartyId ?? `${request.holderName}/${holderMark}`;
      const most = assembly.rules.proxyPrincipalsMost;
      const fault = proxyFault(await proxiesOf(manager, of), { ...told, holderKey }, most);
      if (fault) throw new DomainError(fault, { most, name: request.holderName });
      const id = this.ids.next();
      await manager.insert(ProxyRow, {
        ...{ ...told, ...of, id, holderKey, fromDay: from, toDay: to, at: this.clock.now() },
        ...{ byId: actor.id, byName: actor.name },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'proxy.register', subjectKind: 'assembly', subjectId: assemblyId },
        after: { id, partyId: request.partyId, holderKind: request.holderKind, from, to },
        legalBasis: '民法典第一百六十五条',
      });
      return id;
    });
  }

  /** @throws DomainError `proxy.not-found`, `proxy.revoked`, `proxy.used` */
  async revoke(
    principal: Principal,
    assemblyId: string,
    { proxyId, reason }: { readonly proxyId: string; readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const proxy = (await proxiesOf(manager, { cityId, assemblyId })).find(({ id }) => id === proxyId);
      if (!proxy) throw new DomainError('proxy.not-found', { id: proxyId });
      if (proxy.isRevoked) throw new DomainError('proxy.revoked');
      const [used] = await manager.query<object[]>(
        'SELECT 1 FROM ballot WHERE city_id = $1 AND proxy_id = $2 LIMIT 1',
        [cityId, proxyId],
      );
      if (used) throw new DomainError('proxy.used');
      await manager.insert(ProxyRevocation, {
        ...{ cityId, proxyId, reason, at: this.clock.now(), byId: actor.id, byName: actor.name },
      });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'proxy.revoke', subjectKind: 'assembly', subjectId: assemblyId },
        after: { id: proxyId, reason },
      });
    });
  }

  /** @throws DomainError `assembly.not-found` */
  async list(principal: Principal, assemblyId: string): Promise<readonly KnownProxy[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId);
      return proxiesOf(manager, { cityId: principal.cityId, assemblyId });
    });
  }
}
