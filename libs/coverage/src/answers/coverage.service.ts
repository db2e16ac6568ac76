import { Injectable } from '@nestjs/common';
import { canonicalAreaCode, DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { coversPath, scopeOf } from '#libs/registry';
import { answerAt } from './coverage-answer.js';
import { refuseFuture, type CoverageQuestion } from './coverage-question.js';
import type { CoverageAnswer } from './coverage.dto.js';
import { Audits } from '../audits/audits.js';
import type { Audited } from '../audits/kept-audits.js';
import type { Moment } from '../facts/moment.js';

function unknownArea(area: string | null): DomainError {
  const zh = '没有这个区划，或不在您的管辖范围内';
  const fields = [{ field: 'area', zh, en: 'is no area, or lies outside your scope' }];
  return new DomainError('coverage.area-unknown', { area: area ?? '-', fields });
}

/** So many answers of one audit are kept as text: a city with its counties and sub-districts on every basis. */
const ANSWERS_KEPT = 300;

/** An audit together with the node of its tree that a question means. */
export interface Asked {
  readonly audited: Audited;
  readonly node: number;
  readonly moment: Moment;
}

/** The four targets of an area on a day: numbers, rates and the three bases. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audits: Audits,
  ) {}

  /** The answer as data. @throws DomainError `coverage.area-unknown`, `coverage.known-at-in-future` */
  async answer(principal: Principal, question: CoverageQuestion): Promise<CoverageAnswer> {
    return JSON.parse(await this.answerText(principal, question)) as CoverageAnswer;
  }

  /** The answer as JSON text, made once per audit and question; `factVersion` spares asking for it again. */
  async answerText(principal: Principal, question: CoverageQuestion, factVersion?: string): Promise<string> {
    const { audited, node, moment } = await this.ask(principal, question, factVersion);
    const key = `${node}|${question.basis}`;
    const known = audited.answers.get(key);
    if (known !== undefined) return known;
    const knownAt = moment.knownAt ?? this.clock.now();
    const text = JSON.stringify(answerAt(audited, node, { asOf: moment.asOf, knownAt, basis: question.basis }));
    const [oldest] = audited.answers.keys();
    if (oldest !== undefined && audited.answers.size >= ANSWERS_KEPT) audited.answers.delete(oldest);
    audited.answers.set(key, text);
    return text;
  }

  /** Finds the area inside the caller's scope and the audit of the moment. */
  async ask(principal: Principal, question: CoverageQuestion, factVersion?: string): Promise<Asked> {
    refuseFuture(question.knownAt, this.clock.now());
    const moment = { asOf: question.asOf ?? this.clock.today(), knownAt: question.knownAt };
    const version = factVersion ?? (await this.database.stamp(principal.cityId)).factVersion;
    const audited = await this.audits.at(principal, moment, version);
    return { audited, node: this.nodeOf(principal, audited, question.area), moment };
  }

  private nodeOf(principal: Principal, audited: Audited, area: string | null): number {
    const scope = scopeOf(principal, 'coverage.read');
    const { nodes } = audited.state.areas;
    const wanted = area === null ? null : canonicalAreaCode(area);
    if (area !== null && wanted === null) throw unknownArea(area);
    const node = nodes.findIndex((each) => (wanted === null ? scope.paths.includes(each.path) : each.code === wanted));
    const found = nodes[node];
    if (!found || !coversPath(scope, found.path)) throw unknownArea(area);
    return node;
  }
}
