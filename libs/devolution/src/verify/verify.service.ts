import { Injectable } from '@nestjs/common';
import { DomainError, type Day } from '#libs/kernel';
import { Database, type City, type Language } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { linkOf } from '../authority/authority.service.js';
import { editionOn } from '../catalogue/powers.queries.js';
import { DelegationRegister } from '../delegations/delegation-register.js';
import { readDocumentNumber, writeDocumentNumber } from '../domain/acts/document-number.js';
import { officeName } from '../domain/body.js';
import { lapseOf } from '../domain/delegation/delegation.js';
import { ActLeaves } from '../acts/issuing/act-leaves.js';
import { ActIssue } from '../acts/tables/act-issue.entity.js';
import type { DocumentLeafResponse, VerifiedDocument } from './verify.dto.js';

interface Found {
  readonly powerCode: string;
  readonly bodyAreaId: string;
  readonly openedOn: Day;
  readonly compound: string;
  readonly chain: readonly string[];
  readonly issuedAt: Date;
  readonly issuedOn: Day;
  readonly revokedOn: Day | null;
  readonly revokedBy: string | null;
  readonly revocationReason: string | null;
}

/** Lets anybody check a paper by its number, without sign-in. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly database: Database,
    private readonly cities: CitiesService,
    private readonly register: DelegationRegister,
    private readonly leaves: ActLeaves,
  ) {}

  /** @throws DomainError `document.not-found` */
  async verify(typed: string, language: Language): Promise<VerifiedDocument> {
    const { city, documentNumber } = await this.placeOf(typed);
    return this.database.transaction({ cityId: city.id }, async (manager) => {
      const found = await this.find(manager, city.id, documentNumber);
      if (!found) throw new DomainError('document.not-found', { number: typed });
      return this.present(manager, city, { documentNumber, found, language });
    });
  }

  /** @throws DomainError `document.not-found` */
  async leaf(typed: string): Promise<DocumentLeafResponse> {
    const { city, documentNumber } = await this.placeOf(typed);
    return this.database.transaction({ cityId: city.id }, async (manager) => {
      const issue = await manager.findOneBy(ActIssue, { cityId: city.id, documentNumber });
      if (!issue) throw new DomainError('document.not-found', { number: typed });
      const { leafHash, hashName, proof } = await this.leaves.told(manager, city.id, issue.id);
      return {
        ...{ documentNumber, city: city.code, hash: hashName, isSealed: proof !== null },
        leafHash: leafHash.toString('hex'),
      };
    });
  }

  /** The city that a number names, and the number as it is kept. @throws DomainError `document.not-found` */
  private async placeOf(typed: string): Promise<{ city: City; documentNumber: string }> {
    const read = readDocumentNumber(typed);
    const city = read === null ? undefined : (await this.cities.list()).find(({ code }) => code === read.cityCode);
    if (!read || !city) throw new DomainError('document.not-found', { number: typed });
    return { city, documentNumber: writeDocumentNumber(read) };
  }

  private async find(manager: EntityManager, cityId: number, documentNumber: string): Promise<Found | undefined> {
    const rows = await manager.query<Found[]>(
      `SELECT t.power_code AS "powerCode", t.body_area_id AS "bodyAreaId", t.opened_on::text AS "openedOn",
         v.name AS compound, i.chain, i.issued_at AS "issuedAt", i.issued_on::text AS "issuedOn",
         r.on_day::text AS "revokedOn", r.by_body AS "revokedBy", r.note AS "revocationReason"
       FROM act_issue i JOIN act t ON t.city_id = i.city_id AND t.id = i.id
       JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id
         AND v.superseded_at IS NULL AND v.valid_from <= i.issued_on ORDER BY v.valid_from DESC LIMIT 1) v ON true
       LEFT JOIN act_step r ON r.city_id = t.city_id AND r.act_id = t.id AND r.step = 'revocation'
       WHERE i.city_id = $1 AND i.document_number = $2`,
      [cityId, documentNumber],
    );
    return rows[0];
  }

  private async present(
    manager: EntityManager,
    city: City,
    { documentNumber, found, language }: { documentNumber: string; found: Found; language: Language },
  ): Promise<VerifiedDocument> {
    const { delegations, bodies } = await this.register.of(manager, city.id);
    const chain = delegations.filter(({ id }) => found.chain.includes(id));
    const at = { on: found.issuedOn, at: found.issuedAt.getTime() };
    const edition = await editionOn(manager, city.id, found.openedOn);
    const power = edition.find((each) => each.power.code === found.powerCode)?.power;
    const body = bodies.get(found.bodyAreaId);
    if (!power || !body) throw new DomainError('document.not-found', { number: documentNumber });
    const { issuedOn, compound, revokedOn, revokedBy, revocationReason } = found;
    return {
      ...{ documentNumber, issuedOn, compound, revokedOn, revokedBy, revocationReason },
      city: city.name,
      power: power.code,
      powerName: power.name[language],
      legalBasis: power.legalBasis,
      issuedBy: officeName(body),
      powerHeld: chain.length === found.chain.length && chain.every((link) => lapseOf(link, at) === null),
      byOrigin: found.chain.length === 0,
      chain: chain.sort((one, other) => one.chain.length - other.chain.length).map(linkOf),
      standing: revokedOn === null ? 'stands' : 'revoked',
    };
  }
}
