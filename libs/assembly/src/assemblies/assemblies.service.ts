import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { MeetingForm } from '../domain/assembly/meeting-form.js';
import { rulesOfVote, type OwnRules } from '../domain/assembly/meeting-rules.js';
import type { OrganiserKind } from '../domain/assembly/organisers.js';
import { limitsOn } from '../domain/assembly/timetable.js';
import { meetingRulesOn } from '../meeting-rules/meeting-rules.queries.js';
import { requireOrganiser } from './assembly-files.js';
import { Assembly, type AskedFor } from './assembly.entity.js';
import { rulesOfCity } from './city-rules.js';

/** An assembly as its organiser prepares it; rules that are left out are as the compound's own say, or by default. */
export interface NewAssembly {
  readonly compoundId: string;
  readonly title: string;
  readonly organiser: OrganiserKind;
  readonly organiserName: string;
  readonly organiserBasis: string | null;
  readonly isFirst: boolean;
  readonly isRehearsal: boolean;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly petition: AskedFor | null;
  readonly form: MeetingForm;
  readonly place: string | null;
  readonly rules: OwnRules;
}

/** Preparing assemblies: they are made once, and whoever erred cancels and makes another. */
@Injectable()
export class AssembliesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly scopes: CompoundScopes,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * The same key with the same request answers the same assembly.
   * @returns the id
   * @throws DomainError `compound.not-found`, `assembly.key-used`, `assembly.scope-incomplete`,
   *   `assembly.organiser-not-yours`
   */
  async open(principal: Principal, request: NewAssembly, key: string | null): Promise<string> {
    if (request.stairway !== null && request.building === null) throw new DomainError('assembly.scope-incomplete');
    const inputHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const former = key && (await manager.findOneBy(Assembly, { cityId, createdBy: actor.id, idempotencyKey: key }));
      if (former && former.inputHash !== inputHash) throw new DomainError('assembly.key-used', { key });
      if (former) return former.id;
      const wanted = { permission: 'assembly.write', compoundIds: [request.compoundId] };
      await this.scopes.require(manager, principal, wanted);
      await requireOrganiser(manager, this.scopes, principal, request);
      const limits = limitsOn(await rulesOfCity(manager, cityId), this.clock.today());
      const { compoundId } = request;
      const own = await meetingRulesOn(manager, { cityId, compoundId }, { day: this.clock.today(), before: null });
      const { rules, ...told } = request;
      const assembly: Assembly = {
        ...told,
        cityId,
        id: this.ids.next(),
        rules: rulesOfVote(rules, own, limits.proxyPrincipalsMost),
        createdAt: this.clock.now(),
        createdBy: actor.id,
        createdByName: actor.name,
        idempotencyKey: key,
        inputHash,
      };
      await manager.insert(Assembly, assembly as never);
      await this.auditLog.record(manager, principal, {
        action: 'assembly.prepare',
        subjectKind: 'assembly',
        subjectId: assembly.id,
        after: request,
        legalBasis: '民法典第二百七十八条',
      });
      return assembly.id;
    });
  }
}
