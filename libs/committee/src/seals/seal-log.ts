import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BodyFiles } from '../bodies/body-files.js';
import { sealStateOf, type SealState } from '../domain/seals.js';
import { OfficeFiles } from '../office-files.js';
import type { SignedColumns } from '../signed.columns.js';

export interface ShownConsent {
  readonly personId: string;
  readonly agrees: boolean;
}

/** One request with what became of it. */
export interface ShownRequest {
  readonly id: string;
  readonly sealId: string;
  readonly inscription: string;
  readonly personId: string;
  readonly paper: string;
  readonly purpose: string;
  readonly copies: number;
  readonly fileId: string;
  readonly resolution: string | null;
  readonly members: number;
  readonly needed: number;
  readonly onDay: Day;
  readonly consents: readonly ShownConsent[];
  readonly usedOn: Day | null;
  readonly holder: string | null;
  readonly state: SealState;
}

const SELECT = `
  SELECT r.id, r.seal_id AS "sealId", s.inscription, r.person_id AS "personId", r.paper, r.purpose, r.copies,
    r.file_id AS "fileId", o.title AS resolution, r.members, r.needed, r.on_day::text AS "onDay",
    coalesce((SELECT json_agg(json_build_object('personId', c.person_id, 'agrees', c.agrees) ORDER BY c.at)
      FROM committee_seal_consent c WHERE c.city_id = r.city_id AND c.request_id = r.id), '[]') AS consents,
    u.on_day::text AS "usedOn", u.holder
  FROM committee_seal_request r
  JOIN committee_seal s ON s.city_id = r.city_id AND s.id = r.seal_id
  LEFT JOIN committee_seal_use u ON u.city_id = r.city_id AND u.request_id = r.id
  LEFT JOIN resolution o ON o.city_id = r.city_id AND o.id = r.resolution_id
  WHERE r.city_id = $1 AND r.committee_id = $2`;

/** 用印登记: requests, consents and uses, newest first; rows are only ever added to it. */
@Injectable()
export class SealLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bodies: BodyFiles,
    private readonly papers: OfficeFiles,
    private readonly auditLog: AuditLog,
  ) {}

  async list(
    principal: Principal,
    id: string,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<ShownRequest>> {
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = await this.bodies.read(manager, principal, id);
      const rows = await manager.query<ShownRequest[]>(
        `${SELECT} AND ($3::uuid IS NULL OR r.id < $3) ORDER BY r.id DESC LIMIT $4`,
        [cityId, id, after, size + 1],
      );
      return pageOf(rows.map(shownOf), size, (each) => each.id);
    });
  }

  /** @throws DomainError `file.not-found` */
  async requireFile(manager: EntityManager, principal: Principal, fileId: string): Promise<void> {
    await this.papers.requireAttach(manager, principal, fileId);
  }

  signed({ actor }: Principal): SignedColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const of = { ...entry, subjectKind: 'committee', subjectId };
    await this.auditLog.record(manager, principal, { ...of, legalBasis: '参照北京市物业管理条例（印章使用）' });
  }
}

function shownOf(row: Omit<ShownRequest, 'state'>): ShownRequest {
  const agreed = row.consents.filter(({ agrees }) => agrees).length;
  const { members, needed, consents, usedOn } = row;
  const state = sealStateOf({ members, needed, agreed, refused: consents.length - agreed, isUsed: usedOn !== null });
  return { ...row, state };
}
