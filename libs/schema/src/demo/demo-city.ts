import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { addDays, DomainError, type Principal } from '#libs/kernel';
import { creditCodeCheckSign } from '#libs/companies';
import { operatorActor } from '#libs/identity';
import { Clock, Database, ImportsService, type City, type Config } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import { DemoFinishing } from './demo-finishing.js';
import { DemoVotes } from './demo-votes.js';
import { DemoOffice } from './demo-office.js';
import { DemoFund } from './demo-fund.js';
import { DemoRevenue } from './demo-revenue.js';
import { demoErrors } from './demo.errors.js';
import { planCommittees, planBodyParty } from './plan/committees.js';
import { planCompanies } from './plan/companies.js';
import { planCompanyParty } from './plan/company-party.js';
import { planCompounds, type DemoArea } from './plan/compounds.js';
import { planOwners, registerCompound, withRegisters } from './plan/owners.js';
import { DEMO_PASSWORD, planPeople, type DemoPerson } from './plan/people.js';
import { planScans, planServices, planSigns } from './plan/services.js';
import { csvOf, type DemoList } from './plan/table.js';

/** The size of the city that the product was first built for (Jincheng, 2023). */
const COMPOUNDS = 1742;
const COMPANIES = 120;
const CITY = { code: '1405', name: '晋城市' };

/** What a load put into the database. */
export interface DemoLoaded {
  readonly city: string;
  readonly compounds: number;
  readonly companies: number;
  readonly signIns: readonly (DemoPerson & { password: string })[];
}

type Tell = (text: string) => void;

function readAreas(text: string): DemoArea[] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [level = '', code = '', name = '', parentCode = ''] = line.split(',');
      return { level, code, name, parentCode };
    });
}

/** The fictitious city, built through the same imports that a real city uses. */
@Injectable()
export class DemoCity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cities: CitiesService,
    private readonly imports: ImportsService,
    private readonly finishing: DemoFinishing,
    private readonly votes: DemoVotes,
    private readonly office: DemoOffice,
    private readonly fund: DemoFund,
    private readonly revenue: DemoRevenue,
  ) {}

  /**
   * Loads the demo city when the database holds no city and the configuration allows it; one that is there already
   * is subject to the same policy.
   * @throws DomainError `demo.refused` beyond loopback or over a named database, unless JIAYUAN_DEMO=1
   */
  async loadIntoEmpty(config: Config, tell: Tell): Promise<void> {
    const cities = await this.cities.list();
    const holdsDemo = cities.some((city) => city.isDemo);
    if (cities.length > 0 && !holdsDemo) return;
    if (cities.length === 0 && config.demo === false) return;
    const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
    if (config.demo !== true && (!loopback || !config.embedded)) {
      if (cities.length === 0 && !config.embedded) return;
      throw new DomainError('demo.refused' satisfies keyof typeof demoErrors, { host: config.host });
    }
    const wanted = config.demo !== false && (cities.length === 0 || (await this.cutShort()) !== undefined);
    if (wanted) await this.load(tell);
  }

  /** The demo city of a load that was interrupted: people are invited last, so a city without any is not whole. */
  private async cutShort(): Promise<City | undefined> {
    const city = (await this.cities.list()).find((each) => each.isDemo);
    if (!city) return undefined;
    const people = await this.database.transaction({ cityId: city.id }, (manager) =>
      manager.query<unknown[]>('SELECT 1 FROM user_account WHERE city_id = $1 LIMIT 1', [city.id]),
    );
    return people.length === 0 ? city : undefined;
  }

  /**
   * Loads the demo city, or what an interrupted load left out: lists that are there already change nothing.
   * @throws DomainError `demo.not-empty` when there is a city already
   */
  async load(tell: Tell): Promise<DemoLoaded> {
    const begun = await this.cutShort();
    if (!begun && (await this.cities.list()).length > 0) throw new DomainError('demo.not-empty');
    tell('正在建立演示城市（数据均为虚构）…');
    const text = await readFile(path.join(import.meta.dirname, 'data', 'jincheng-areas.csv'), 'utf8');
    const city = begun ?? (await this.cities.create({ ...CITY, areas: text, isDemo: true }, operatorActor()));
    const principal = await this.finishing.operatorOf(city);
    const today = this.clock.today();
    const { list, compounds } = planCompounds(readAreas(text), COMPOUNDS, today);
    const firms = planCompanies(COMPANIES, today, (first17) => creditCodeCheckSign(first17) ?? '');
    const steps: DemoList[] = [
      list,
      firms.list,
      planServices(compounds, firms.companies, today),
      planSigns(compounds, today),
      planCommittees(compounds, today),
      planBodyParty(compounds, today),
      planCompanyParty(firms.companies, today),
      planOwners(compounds, today),
    ];
    for (const step of steps) await this.importList(principal, step, { asOf: addDays(today, -1000), tell });
    const papers = await this.finishing.attachScans(principal, planScans(compounds));
    tell(`  演示扫描件：${papers} 份`);
    const granted = await this.finishing.handDown(principal, today);
    tell(`  演示数据·下放权限（虚构）：${granted} 项授权`);
    const votes = await this.votes.hold(principal, registerCompound(compounds).code);
    tell(`  演示表决（演练，不作数）：${votes} 次`);
    tell(`  演示数据·基金账目（虚构）：${await this.fund.fill(principal, today)} 笔`);
    const firm = firms.companies[0]?.name ?? '';
    const people = planPeople(city.code, firm);
    await this.finishing.invite(principal, people);
    const body = await this.office.open(principal, today);
    if (body !== null) tell(`  演示数据·业委会办公（虚构）：${body}`);
    const codes = withRegisters(compounds).map(({ code }) => code);
    const spent = await this.fund.spend(principal, codes, today);
    tell(`  演示数据·基金用款（虚构）：${spent} 个项目`);
    const fileId = await this.finishing.paper(principal);
    const accounts = await this.revenue.fill(principal, { firm, fileId, today });
    tell(`  演示数据·公共收益（虚构）：${accounts} 个小区`);
    const signIns = people.map((person) => ({ ...person, password: DEMO_PASSWORD }));
    return { city: city.code, compounds: compounds.length, companies: firms.companies.length, signIns };
  }

  private async importList(principal: Principal, step: DemoList, how: { asOf: string; tell: Tell }): Promise<void> {
    const bytes = Buffer.from(csvOf(step), 'utf8');
    const { kind, list } = step;
    const report = await this.imports.run(principal, {
      kind,
      list,
      fileName: `${list}.csv`,
      bytes,
      dryRun: false,
      asOf: how.asOf,
    });
    const refused = report.rejected[0];
    if (refused) throw new Error(`演示清单“${list}”第 ${refused.row} 行：${refused.message}`);
    how.tell(`  ${list}：${report.accepted} 行`);
  }
}
