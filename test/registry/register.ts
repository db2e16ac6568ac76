import type { Principal, Role } from '#libs/kernel';
import { Database, ImportsService, type ImportReport } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';

/** One city's register: lists are sent to it, and its tables are looked at from inside the wall. */
export class Register {
  private constructor(
    private readonly test: TestApp,
    readonly city: TestCity,
  ) {}

  static async of(test: TestApp): Promise<Register> {
    return new Register(test, await aCity(test));
  }

  get code(): string {
    return this.city.code;
  }

  /** Sends a list as a file of this name would be sent. */
  send(
    text: string,
    options: { fileName?: string; asOf?: string; dryRun?: boolean; as?: Principal } = {},
  ): Promise<ImportReport> {
    const { fileName = '小区名单.csv', as = this.city.operator, ...rest } = options;
    const request = { kind: 'compounds', bytes: Buffer.from(text), fileName, ...rest };
    return this.test.app.get(ImportsService).run(as, request);
  }

  undo(importId: string, as = this.city.operator): Promise<ImportReport> {
    return this.test.app.get(ImportsService).undo(as, importId);
  }

  /** Somebody with one role over one area. */
  async person(role: Role, areaCode: string): Promise<Principal> {
    const { operator, city } = this.city;
    const area = await this.query((manager) => this.test.app.get(AreaTree).byCode(manager, city.id, areaCode));
    const scope = { kind: 'area', areaId: area.id, path: area.path } as const;
    const actor = { kind: 'user', id: area.id, name: '李工' } as const;
    return { ...operator, actor, grants: [{ role, scope, from: '2020-01-01', to: null }] };
  }

  query<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.test.app.get(Database).transaction(this.city.operator, work);
  }

  async rows<T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> {
    return this.query((manager) => manager.query(text, parameters) as Promise<T[]>);
  }

  /** The id of the compound that has this name now, or had it last. */
  async idOf(name: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      'SELECT compound_id AS id FROM compound_version WHERE name = $1 ORDER BY superseded_at DESC, recorded_at DESC LIMIT 1',
      name,
    );
    if (!row) throw new Error(`no compound ${name}`);
    return row.id;
  }

  /** How many compounds are in use on a day, as it was known at a moment (now when left out). */
  async inUse(day: string, knownAt: string | null = null): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM compound_version WHERE status = 'in-use' AND valid_from <= $1::date
         AND (valid_to IS NULL OR valid_to > $1::date)
         AND CASE WHEN $2::timestamptz IS NULL THEN superseded_at IS NULL
           ELSE recorded_at <= $2 AND (superseded_at IS NULL OR superseded_at > $2) END`,
      day,
      knownAt,
    );
    return row?.n ?? -1;
  }
}
