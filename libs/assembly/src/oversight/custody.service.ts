import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { AssemblyFiles } from '../assemblies/assembly-files.js';
import { PaperCustody } from './paper-custody.entity.js';

export type NewCustody = Pick<PaperCustody, 'container' | 'kind' | 'deed' | 'holder' | 'place' | 'seal' | 'note'>;

/** 票箱、封袋的保管: each hand it goes through is a row, and none is taken back. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `custody.seal-missing`, `custody.container-unknown`, `custody.container-sealed` */
  async record(principal: Principal, assemblyId: string, entry: NewCustody): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const { container, deed } = entry;
      if (deed === 'sealed' && entry.seal === null) throw new DomainError('custody.seal-missing');
      const of = { cityId, assemblyId, container };
      const last = await manager.findOne(PaperCustody, { where: of, order: { id: 'DESC' } });
      if (deed !== 'sealed' && !last) throw new DomainError('custody.container-unknown', { container });
      if (deed === 'sealed' && last && last.deed !== 'opened') {
        throw new DomainError('custody.container-sealed', { container });
      }
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(PaperCustody, { ...entry, ...of, ...common, id: this.ids.next() });
      await this.auditLog.record(manager, principal, {
        ...{ action: 'custody.record', subjectKind: 'assembly', subjectId: assemblyId },
        after: { container, deed, holder: entry.holder, seal: entry.seal },
      });
    });
  }
}
