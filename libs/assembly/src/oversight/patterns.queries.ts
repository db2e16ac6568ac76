import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock, Database, Seals } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { patternLimitsOn, patternsIn, type Pattern, type PatternFacts } from '../domain/oversight/patterns.js';
import { OversightAccess } from './oversight-access.js';

/** Letters of a mark: enough to tell networks of one vote apart. */
const MARK = 6;

/** The address is that of the session in which the ballot was cast, or of the newest one of the account. */
const BY_PHONE = `
  SELECT b.cast_at AS at, s.address FROM ballot b
  LEFT JOIN LATERAL (SELECT x.address FROM session x WHERE x.city_id = b.city_id AND x.user_id::text = b.by_id
    ORDER BY x.created_at <= b.cast_at DESC, x.created_at DESC LIMIT 1) s ON true
  WHERE b.city_id = $1 AND b.assembly_id = $2 AND b.channel = 'phone' ORDER BY b.cast_at`;

const KEYINGS = `
  SELECT b.id AS batch, jsonb_array_length(k.entries) AS slips,
    extract(epoch FROM k.at - b.opened_at)::float8 AS seconds
  FROM paper_batch b
  JOIN LATERAL (SELECT x.entries, x.at FROM paper_keying x WHERE x.city_id = b.city_id AND x.batch_id = b.id
    AND x.by_id <> b.by_id ORDER BY x.sequence LIMIT 1) k ON true
  WHERE b.city_id = $1 AND b.assembly_id = $2 ORDER BY b.id`;

const NIGHTS = `
  SELECT date_trunc('hour', cast_at) AS hour, count(*)::int AS ballots FROM ballot
  WHERE city_id = $1 AND assembly_id = $2 AND channel <> 'paper'
    AND extract(hour FROM cast_at AT TIME ZONE 'Asia/Shanghai') < 5 GROUP BY 1 ORDER BY 1`;

const WITNESSES = `
  SELECT witness AS name, count(*)::int AS ballots FROM ballot
  WHERE city_id = $1 AND assembly_id = $2 AND witness IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;

const BINDINGS = `
  SELECT count(*)::int AS count, min(moved) AS from, max(moved) AS to
  FROM unit_binding u CROSS JOIN LATERAL unnest(ARRAY[u.bound_at, u.ended_at]) AS moved
  WHERE u.city_id = $1 AND u.compound_id = $2 AND moved >= $3::timestamptz - make_interval(days => $5)
    AND moved < $4::timestamptz`;

const REISSUED = `
  SELECT count(DISTINCT party_id)::int AS parties FROM paper_slip
  WHERE city_id = $1 AND assembly_id = $2 AND sequence > 1`;

/** 异常提示: looked for when it is asked, so that nothing is stored about anybody. */
@Injectable()
export class PatternQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: OversightAccess,
    private readonly seals: Seals,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async of(principal: Principal, id: string): Promise<readonly Pattern[]> {
    return this.database.transaction(principal, async (manager) => {
      const { file } = await this.access.read(manager, principal, id);
      const pack = await rulesOfCity(manager, principal.cityId);
      const day = file.ruledOn ?? this.clock.today();
      const { value: bindingDays } = ruleValueOn(pack, 'assembly.unusual.bindings.days', day);
      return patternsIn(await this.facts(manager, file, bindingDays), patternLimitsOn(pack, day));
    });
  }

  private async facts(manager: EntityManager, file: AssemblyFile, bindingDays: number): Promise<PatternFacts> {
    const { cityId, id, compoundId } = file.assembly;
    const of = [cityId, id];
    const byPhone = await manager.query<{ at: Date; address: string | null }[]>(BY_PHONE, of);
    const [reissued] = await manager.query<{ parties: number }[]>(REISSUED, of);
    const window = [file.window?.opensAt ?? null, file.window?.closesAt ?? null];
    const [bindings] = await manager.query<PatternFacts['lateBindings'][]>(BINDINGS, [
      ...[cityId, compoundId, ...window, bindingDays],
    ]);
    return {
      byPhone: byPhone.map(({ at, address }) => ({ at, origin: address ? this.mark(id, address) : null })),
      keyings: await manager.query<PatternFacts['keyings'][number][]>(KEYINGS, of),
      nights: await manager.query<PatternFacts['nights'][number][]>(NIGHTS, of),
      witnesses: await manager.query<PatternFacts['witnesses'][number][]>(WITNESSES, of),
      lateBindings: bindings ?? { count: 0, from: null, to: null },
      reissuedSlips: reissued?.parties ?? 0,
    };
  }

  /** Another mark in every vote, and none from which the address could be guessed. */
  private mark(assemblyId: string, address: string): string {
    return this.seals.fingerprint('vote-origin', `${assemblyId}.${address}`).slice(0, MARK);
  }
}
