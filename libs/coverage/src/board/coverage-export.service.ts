import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { tableWorkbook, type Language, type TableCell } from '#libs/platform';
import type { CoverageAnswer, GapResponse } from '../answers/coverage.dto.js';
import type { CoverageQuestion } from '../answers/coverage-question.js';
import { CoverageService } from '../answers/coverage.service.js';
import { GapsService, type GapFilter } from '../answers/gaps.service.js';
import type { State, Target } from '../domain/state.js';
import { EXPORT_WORDS, type ExportWords } from './export-words.js';

type Rows = readonly (readonly TableCell[])[];

/** What the workbook is asked for: the place, both clocks and the basis, and which of the gaps. */
export interface ExportOrder {
  readonly question: CoverageQuestion;
  readonly filter: GapFilter;
}

/** An instant as the wall clock in Shanghai says it. */
function wallClock(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

function rateRows(answer: CoverageAnswer, words: ExportWords): Rows {
  return [{ area: answer.area, targets: answer.targets }, ...answer.children].flatMap(({ area, targets }) =>
    targets.map(({ code, denominator, numerator, bases }) => [
      ...[area.code, area.name, code, words.targets[code as Target], denominator],
      ...[bases.strict, bases.broad, bases.claimed].flatMap((basis) => [basis.numerator, basis.rate ?? '—']),
      denominator - numerator,
    ]),
  );
}

function gapRows(gaps: readonly GapResponse[], words: ExportWords): Rows {
  return gaps.map((gap) => [
    gap.subject.area?.name ?? words.unplaced,
    gap.subject.name,
    gap.target,
    words.targets[gap.target as Target],
    words.states[gap.state as State] + (gap.byWork ? words.byWork : ''),
    gap.reasons.map((reason) => reason.message).join(words.between),
    gap.reasons.map((reason) => reason.legalBasis).join(words.between),
    gap.recommendation,
  ]);
}

function aboutRows(answer: CoverageAnswer, { target, state, directly }: GapFilter, words: ExportWords): Rows {
  return [
    [words.place, `${answer.area.name} ${answer.area.code}`],
    [words.asOf, answer.asOf],
    [words.knownAt, wallClock(answer.knownAt)],
    [words.basis, words.bases[answer.basis]],
    [words.target, target === null ? words.all : words.targets[target]],
    [words.state, state === null ? words.openStates : words.states[state]],
    ...(directly ? [[words.directly, words.yes]] : []),
    [words.source, words.system],
  ];
}

/** The board and its gaps as a workbook, in the columns that offices report upwards and the words of who asks. */
@Injectable()
export class CoverageExport {
  constructor(
    private readonly coverage: CoverageService,
    private readonly gaps: GapsService,
  ) {}

  async workbook(principal: Principal, { question, filter }: ExportOrder, language: Language): Promise<Buffer> {
    const answer = await this.coverage.answer(principal, question);
    const gaps = await this.gaps.all(principal, question, language, filter);
    const words = EXPORT_WORDS[language];
    return tableWorkbook([
      { name: `${words.rates} ${answer.asOf}`, headings: words.rateHeadings, rows: rateRows(answer, words) },
      { name: words.gaps, headings: words.gapHeadings, rows: gapRows(gaps, words) },
      { name: words.about, headings: words.aboutHeadings, rows: aboutRows(answer, filter, words) },
    ]);
  }
}
