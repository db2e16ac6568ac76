import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { DelegationBatches } from '#libs/devolution';
import type { Day, Principal } from '#libs/kernel';
import { operatorPrincipal, PeopleService } from '#libs/identity';
import { Database, type City } from '#libs/platform';
import { AreaTree, FilesService, ScansService } from '#libs/registry';
import { planAcceptances, planDelegations } from './plan/delegations.js';
import { DEMO_PASSWORD, type DemoPerson } from './plan/people.js';

const SCAN = 'demo-paper.png';
const SCAN_NAME = '演示扫描件（虚构）.png';

/** What comes on top of the lists: originals of some papers, powers handed down, and people who may sign in. */
@Injectable()
export class DemoFinishing {
  constructor(
    private readonly database: Database,
    private readonly files: FilesService,
    private readonly scans: ScansService,
    private readonly people: PeopleService,
    private readonly tree: AreaTree,
    private readonly delegations: DelegationBatches,
  ) {}

  /** The operator, who may do everything in the city. */
  async operatorOf(city: City): Promise<Principal> {
    const root = await this.database.transaction({ cityId: city.id }, (manager) => this.tree.root(manager, city.id));
    return operatorPrincipal(city, root);
  }

  /** One marked page, which stands for any paper. @returns the id of the file */
  async paper(principal: Principal): Promise<string> {
    const bytes = await readFile(path.join(import.meta.dirname, 'data', SCAN));
    return (await this.files.upload(principal, { name: SCAN_NAME, bytes })).id;
  }

  /** Hangs one marked page on the service papers of these compounds: three clicks lead from the city to a document. */
  async attachScans(principal: Principal, compoundCodes: readonly string[]): Promise<number> {
    const papers = await this.database.transaction(principal, (manager) =>
      manager.query<{ id: string }[]>(
        `SELECT DISTINCT m.record_id AS id FROM compound c
         JOIN service_mode_compound l ON l.city_id = c.city_id AND l.compound_id = c.id
         JOIN service_mode m ON m.city_id = l.city_id AND m.id = l.service_mode_id AND m.superseded_at IS NULL
         WHERE c.city_id = $1 AND c.own_code = ANY($2::text[])
           AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.city_id = $1 AND s.subject_id = m.record_id) ORDER BY 1`,
        [principal.cityId, compoundCodes],
      ),
    );
    const fileId = await this.paper(principal);
    for (const { id: subjectId } of papers) {
      await this.scans.attach(principal, { subjectKind: 'service-mode', subjectId, fileId });
    }
    return papers.length;
  }

  /**
   * Hands the 21 powers down to the streets and towns, which sign for them; some gaps are left, as in a real city.
   * @returns how many were granted
   */
  async handDown(principal: Principal, today: Day): Promise<number> {
    const areas = await this.database.transaction(principal, (manager) => this.tree.all(manager, principal.cityId));
    const streets = areas.filter(({ level }) => level === 'township');
    let granted = 0;
    for (const batch of planDelegations(streets, principal.cityCode, today)) {
      granted += (await this.delegations.handDown(principal, batch)).ids.length;
    }
    for (const { street, readiness } of planAcceptances(streets)) {
      const scope = { kind: 'area', areaId: street.id, path: street.path } as const;
      const grant = { role: 'sub-district-staff', scope, from: '1900-01-01', to: null } as const;
      await this.delegations.acceptAll({ ...principal, grants: [grant] }, street.code, readiness);
    }
    return granted;
  }

  async invite(principal: Principal, people: readonly DemoPerson[]): Promise<void> {
    const firms = await this.database.transaction(principal, (manager) =>
      manager.query<{ id: string; name: string }[]>('SELECT id, name FROM company WHERE city_id = $1', [
        principal.cityId,
      ]),
    );
    const invited = people.map(({ login, name, role, area, company }) => {
      const firm = firms.find((each) => each.name === company);
      const scope = firm ? ({ kind: 'company', id: firm.id } as const) : ({ kind: 'area', code: area ?? '' } as const);
      return { login, name, role, scope, password: DEMO_PASSWORD };
    });
    await this.people.createDemoPeople(principal, invited);
  }
}
