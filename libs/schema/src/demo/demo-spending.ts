import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { PledgesService, ReceiptsService } from '#libs/fund';
import type { Day, Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { FilesService } from '#libs/registry';
import { DemoDisclosure } from './demo-disclosure.js';
import { DemoSpendingDesk, type DemoPeople } from './demo-spending-desk.js';
import { DEMO_PROJECTS, planGifts, planPledges } from './plan/money/spending.js';

/** Those who take part, by their sign-ins; here each acts over the whole city. */
const LOGINS: readonly (keyof DemoPeople)[] = ['shi', 'qu', 'jiedao', 'jiedao2', 'shequ'];

/** What the demo city spends of its fund: applied for, decided, approved and accepted as offices do it. */
@Injectable()
export class DemoSpending {
  constructor(
    private readonly database: Database,
    private readonly desk: DemoSpendingDesk,
    private readonly receipts: ReceiptsService,
    private readonly pledges: PledgesService,
    private readonly files: FilesService,
    private readonly disclosure: DemoDisclosure,
  ) {}

  /** @returns how many projects there are */
  async spend(principal: Principal, compoundCodes: readonly string[], today: Day): Promise<number> {
    for (const [at, gift] of planGifts(today).entries()) {
      await this.receipts.record(principal, gift, `demo-gift-${at + 1}`);
    }
    for (const { pledge, came: amount } of planPledges(today)) {
      const id = await this.pledges.record(principal, pledge);
      if (amount !== null) await this.pledges.keep(principal, id, { amount, onDay: today }, `demo-pledge-${id}`);
    }
    const bytes = await readFile(path.join(import.meta.dirname, 'data', 'demo-paper.png'));
    const { id: fileId } = await this.files.upload(principal, { name: '演示扫描件（虚构）.png', bytes });
    const people = await this.people(principal);
    const places = (await this.compounds(principal, compoundCodes)).map((compoundId) => ({
      ...{ compoundId, people, fileId, today },
    }));
    const [first] = places;
    if (!first) return 0;
    for (const project of DEMO_PROJECTS) await this.desk.take(project, places[project.at] ?? first);
    await this.desk.maintain(first);
    await this.disclosure.publish(principal, fileId);
    return DEMO_PROJECTS.length;
  }

  private async people(principal: Principal): Promise<DemoPeople> {
    const rows = await this.database.transaction(principal, (manager) =>
      manager.query<{ id: string; login: string; name: string }[]>(
        'SELECT id, login, name FROM user_account WHERE city_id = $1 AND login = ANY ($2::text[])',
        [principal.cityId, LOGINS],
      ),
    );
    const acting = rows.map(({ id, login, name }) => [login, { ...principal, actor: { kind: 'user', id, name } }]);
    return Object.fromEntries(acting) as unknown as DemoPeople;
  }

  private async compounds(principal: Principal, codes: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.transaction(principal, (manager) =>
      manager.query<{ id: string }[]>(
        `SELECT id FROM compound WHERE city_id = $1 AND own_code = ANY ($2::text[])
         ORDER BY array_position($2::text[], own_code)`,
        [principal.cityId, codes],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
