import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Names of the records that rest on compounds, committees and companies, for people. */
const WORDS: Readonly<Record<string, string>> = {
  'service-mode': '物业服务登记',
  'service-sign': '服务痕迹',
  committee: '业主委员会或物业管理委员会登记',
  'party-organisation': '党组织登记',
  claim: '名单所称',
  unit: '房屋登记',
  'committee-member': '委员任职登记',
};

/** A committee or company on which something rests, and the name of what does. */
export interface Rest {
  readonly subjectId: string;
  readonly example: string;
}

/** The same with the kind of record in words. */
export interface Use extends Rest {
  readonly what: string;
}

/**
 * What a later context knows about compounds and this one must not: which of its records rest on them. Each context
 * registers its own link once, at start.
 */
export interface CompoundLink {
  /** For example `service-mode`; also the kind under which its records are checked in the field. */
  readonly kind: string;
  /** Of the given compounds, those on which records of this kind rest now. */
  restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]>;
  /** Of the given committees and companies, those on which records of this kind rest now, each with one such record. */
  restingOnSubjects?(manager: EntityManager, cityId: number, subjectIds: readonly string[]): Promise<readonly Rest[]>;
  /** The compounds that a record speaks of; null when there is no such record. */
  compoundsOf?(manager: EntityManager, cityId: number, recordId: string): Promise<readonly string[] | null>;
  /** The compounds of which these records have ever spoken, still in force or not: for those who look at what was. */
  compoundsEver?(manager: EntityManager, cityId: number, recordIds: readonly string[]): Promise<readonly string[]>;
  /** The compounds that the given companies look after, for people who are granted a company. */
  compoundsOfCompanies?(
    manager: EntityManager,
    cityId: number,
    companyIds: readonly string[],
  ): Promise<readonly string[]>;
}

@Injectable()
export class CompoundLinks {
  private readonly links = new Map<string, CompoundLink>();

  register(link: CompoundLink): void {
    this.links.set(link.kind, link);
  }

  /** The first kind of record, in words, that rests on any of the compounds, with one of them; null when none does. */
  async firstUse(
    manager: EntityManager,
    cityId: number,
    compoundIds: readonly string[],
  ): Promise<{ readonly what: string; readonly compoundId: string } | null> {
    if (compoundIds.length === 0) return null;
    for (const link of this.links.values()) {
      const [compoundId] = await link.restingOn(manager, cityId, compoundIds);
      if (compoundId !== undefined) return { what: WORDS[link.kind] ?? link.kind, compoundId };
    }
    return null;
  }

  /** Everything that rests on any of the committees or companies. */
  async usesOf(manager: EntityManager, cityId: number, subjectIds: readonly string[]): Promise<readonly Use[]> {
    if (subjectIds.length === 0) return [];
    const uses: Use[] = [];
    for (const link of this.links.values()) {
      const what = WORDS[link.kind] ?? link.kind;
      const rests = (await link.restingOnSubjects?.(manager, cityId, subjectIds)) ?? [];
      uses.push(...rests.map((rest) => ({ ...rest, what })));
    }
    return uses;
  }

  /** The compounds that a record of this kind speaks of; null when the kind or the record is unknown. */
  async compoundsOf(
    manager: EntityManager,
    cityId: number,
    { kind, recordId }: { readonly kind: string; readonly recordId: string },
  ): Promise<readonly string[] | null> {
    return (await this.links.get(kind)?.compoundsOf?.(manager, cityId, recordId)) ?? null;
  }

  /** The compounds of which records of this kind have ever spoken. */
  async compoundsEver(
    manager: EntityManager,
    cityId: number,
    { kind, recordIds }: { readonly kind: string; readonly recordIds: readonly string[] },
  ): Promise<readonly string[]> {
    return (await this.links.get(kind)?.compoundsEver?.(manager, cityId, recordIds)) ?? [];
  }

  async compoundsOfCompanies(
    manager: EntityManager,
    cityId: number,
    companyIds: readonly string[],
  ): Promise<readonly string[]> {
    if (companyIds.length === 0) return [];
    const found: string[] = [];
    for (const link of this.links.values()) {
      found.push(...((await link.compoundsOfCompanies?.(manager, cityId, companyIds)) ?? []));
    }
    return [...new Set(found)];
  }
}
