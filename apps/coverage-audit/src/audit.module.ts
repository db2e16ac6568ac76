import { Module, type DynamicModule } from '@nestjs/common';
import { CoverageModule } from '#libs/coverage';
import { DevolutionModule } from '#libs/devolution';
import { LedgerModule } from '#libs/ledger';
import { PlatformModule, type Config } from '#libs/platform';
import { RegistryModule } from '#libs/registry';
import { ENTITIES } from '#libs/schema';
import { TransparencyModule } from '#libs/transparency';

/** The contexts that the audit service needs. */
@Module({})
export class AuditModule {
  static for(config: Config): DynamicModule {
    const platform = PlatformModule.for(config, ENTITIES, 'jiayuan-coverage-audit');
    return {
      module: AuditModule,
      imports: [platform, TransparencyModule, RegistryModule, DevolutionModule, LedgerModule, CoverageModule],
    };
  }
}
