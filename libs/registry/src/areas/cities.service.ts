import { Injectable } from '@nestjs/common';
import { canonicalAreaCode, DomainError, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock, Database, Ids, type CryptoSuite } from '#libs/platform';
import { parse } from 'csv-parse/sync';
import type { EntityManager } from 'typeorm';
import { planAreas, type AreaLine, type AreaPlan } from '../domain/areas-file.js';
import { AREA_LEVELS } from './area.entity.js';
import { CityFoundations } from './city-foundations.js';
import { knownBounds } from '../domain/known-bounds.js';

/** What is needed to set up a city. */
export interface NewCity {
  readonly code: string;
  readonly name: string;
  /** Text of the areas file: columns level, code, name, parent_code. */
  readonly areas: string;
  readonly isDemo?: boolean;
  /** Left out: SHA-256 and Ed25519. */
  readonly cryptoSuite?: CryptoSuite;
}

/** Without a column of parents only a city without counties can be told. */
const NEEDED_COLUMNS = ['level', 'code', 'name'];

function refuseFile(line: number, zh: string, en: string): never {
  throw new DomainError('area.file-refused', { line, reason: { zh, en } });
}

function checkColumns(names: string[]): string[] {
  const missing = NEEDED_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    refuseFile(1, `缺少列 ${missing.join('、')}`, `the column ${missing.join(', ')} is missing`);
  }
  return names;
}

function readLines(text: string): AreaLine[] {
  type Raw = { record: Record<string, string | undefined>; info: { lines: number } };
  let rows: Raw[];
  try {
    const options = {
      columns: checkColumns,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      relax_column_count: true,
    };
    rows = parse(text, options) as unknown as Raw[];
  } catch (error) {
    if (error instanceof DomainError) throw error;
    refuseFile((error as { lines?: number }).lines ?? 1, '不是有效的 CSV', 'this is no valid CSV');
  }
  if (rows.length === 0) refuseFile(1, '文件没有内容', 'the file holds no rows');
  return rows.map(({ record, info }) => ({
    line: info.lines,
    level: record.level ?? '',
    code: record.code ?? '',
    name: record.name ?? '',
    parentCode: record.parent_code ?? '',
  }));
}

/** What stands where nothing can be listed. */
const NONE = { zh: '无', en: 'none' };

/** Setting up cities, and finding the one a command or request means. */
@Injectable()
export class CitiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly foundations: CityFoundations,
  ) {}

  /** Every city of this installation, by code. */
  async list(): Promise<readonly City[]> {
    return this.database.shared((manager) => manager.find(City, { order: { code: 'ASC' } }));
  }

  /** The city with this code, padded or not. @throws DomainError `city.not-found` */
  async byCode(code: string): Promise<City> {
    const cities = await this.list();
    const city = cities.find((each) => each.code === canonicalAreaCode(code));
    if (!city)
      throw new DomainError('city.not-found', { code, cities: cities.map((each) => each.code).join('、') || NONE });
    return city;
  }

  /**
   * Sets up a city with its tree of areas, all or nothing.
   * @throws DomainError `city.code-invalid`, `city.name-empty`, `city.exists`, `area.file-refused`
   */
  async create(input: NewCity, actor: Principal['actor']): Promise<City> {
    const code = canonicalAreaCode(input.code);
    if (code?.length !== 4) throw new DomainError('city.code-invalid', { code: input.code });
    const name = input.name.trim();
    if (name === '') throw new DomainError('city.name-empty');
    const plan = planAreas(code, readLines(input.areas));
    const cityId = await this.nextCityId();
    return this.database.transaction({ cityId }, async (manager) => {
      const cryptoSuite = input.cryptoSuite ?? 'sha256-ed25519';
      const city = { id: cityId, code, name, isDemo: input.isDemo ?? false, cryptoSuite };
      await manager.insert(City, { ...city, bounds: knownBounds(code), createdAt: this.clock.now() });
      await manager.query('INSERT INTO city_stamp (city_id) VALUES ($1)', [cityId]);
      await this.insertAreas(manager, cityId, plan);
      await this.foundations.lay(manager, cityId);
      const principal: Principal = { cityId, cityCode: code, actor, grants: [] };
      const after = { code, name, cryptoSuite, areas: plan.length };
      await this.auditLog.record(manager, principal, {
        action: 'city.create',
        subjectKind: 'city',
        subjectId: code,
        after,
      });
      return manager.findOneByOrFail(City, { id: cityId });
    });
  }

  /** The number of areas per level, for people who check a set-up. */
  async areaCounts(cityId: number): Promise<Record<string, number>> {
    const text = 'SELECT level, count(*)::int AS count FROM area WHERE city_id = $1 GROUP BY level';
    const rows = await this.database.transaction({ cityId }, (manager) =>
      manager.query<{ level: string; count: number }[]>(text, [cityId]),
    );
    return Object.fromEntries(AREA_LEVELS.map((level) => [level, rows.find((row) => row.level === level)?.count ?? 0]));
  }

  private async nextCityId(): Promise<number> {
    const text = `SELECT nextval(pg_get_serial_sequence('city', 'id')) AS id`;
    const rows = await this.database.shared((manager) => manager.query<{ id: string }[]>(text));
    return Number(rows[0]?.id);
  }

  private async insertAreas(manager: EntityManager, cityId: number, plan: readonly AreaPlan[]): Promise<void> {
    const ids = new Map(plan.map((area) => [area.code, this.ids.next()]));
    await manager.query(
      `INSERT INTO area (city_id, id, code, name, level, parent_id, path)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])`,
      [
        cityId,
        plan.map((area) => ids.get(area.code)),
        plan.map((area) => area.code),
        plan.map((area) => area.name),
        plan.map((area) => area.level),
        plan.map((area) => ids.get(area.parentCode ?? '') ?? null),
        plan.map((area) => area.path),
      ],
    );
  }
}
