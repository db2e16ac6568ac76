import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { tableWorkbook } from '#libs/platform';
import type { CoverageQuestion } from '../answers/coverage-question.js';
import { CoverageService } from '../answers/coverage.service.js';
import { GapsService } from '../answers/gaps.service.js';

/** The board and its gaps as a workbook, in the columns that offices report upwards. */
@Injectable()
export class CoverageExport {
  constructor(
    private readonly coverage: CoverageService,
    private readonly gaps: GapsService,
  ) {}

  async workbook(principal: Principal, question: CoverageQuestion): Promise<Buffer> {
    const answer = await this.coverage.answer(principal, question);
    const gaps = await this.gaps.all(principal, question, 'zh');
    const rates = [{ area: answer.area, targets: answer.targets }, ...answer.children].flatMap(({ area, targets }) =>
      targets.map((target) => [
        area.code,
        area.name,
        target.code,
        target.denominator,
        target.bases.strict.numerator,
        target.bases.strict.rate ?? '—',
        target.bases.broad.rate ?? '—',
        target.bases.claimed.rate ?? '—',
      ]),
    );
    const rows = gaps.map((gap) => [
      gap.subject.area?.name ?? '—',
      gap.subject.name,
      gap.target,
      gap.state,
      gap.reasons.map((reason) => reason.message).join('；'),
      gap.reasons.map((reason) => reason.legalBasis).join('；'),
      gap.recommendation,
    ]);
    return tableWorkbook([
      {
        name: `覆盖率 ${answer.asOf}`,
        headings: ['区划代码', '区划', '指标', '分母', '严口径', '严口径 %', '宽口径 %', '声称 %'],
        rows: rates,
      },
      { name: '缺口', headings: ['区划', '名称', '指标', '状态', '原因', '依据', '建议'], rows },
    ]);
  }
}
