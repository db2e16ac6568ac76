import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { Auditor } from './audits/auditor.js';
import { Audits } from './audits/audits.js';
import { CompoundCoverageService } from './compound-file/compound-coverage.service.js';
import { CoverageBoardController } from './board/coverage-board.controller.js';
import { CoverageExport } from './board/coverage-export.service.js';
import { CoverageController } from './answers/coverage.controller.js';
import { CoverageService } from './answers/coverage.service.js';
import './coverage.errors.js';
import { GapsService } from './answers/gaps.service.js';
import { LapsesService } from './board/lapses.service.js';
import { Snapshots } from './board/snapshots.service.js';
import { RuleValuesController } from './rule-values/rule-values.controller.js';
import { RuleValues } from './rule-values/rule-values.service.js';
import { TargetValues } from './target-values/target-values.service.js';

const SERVICES = [
  RuleValues,
  Auditor,
  Audits,
  CompoundCoverageService,
  CoverageExport,
  CoverageService,
  GapsService,
  LapsesService,
  Snapshots,
  TargetValues,
];

@Module({
  imports: [RegistryModule],
  controllers: [CoverageController, CoverageBoardController, RuleValuesController],
  providers: SERVICES,
  exports: SERVICES,
})
export class CoverageModule {}
