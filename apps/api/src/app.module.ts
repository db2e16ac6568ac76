import { Module, type DynamicModule } from '@nestjs/common';
import { CoverageModule } from '#libs/coverage';
import { AssemblyModule } from '#libs/assembly';
import { CommitteeModule } from '#libs/committee';
import { CompaniesModule } from '#libs/companies';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { FundModule } from '#libs/fund';
import { PartyModule } from '#libs/party';
import { PlatformModule, type Config } from '#libs/platform';
import { RegistryModule } from '#libs/registry';
import { RetentionModule } from '#libs/retention';
import { RosterModule } from '#libs/roster';
import { DemoModule, ENTITIES } from '#libs/schema';
import { TransparencyModule } from '#libs/transparency';
import { HealthController } from './health.controller.js';

/** The list of contexts. */
@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(config, ENTITIES, 'jiayuan-api'),
        TransparencyModule,
        RegistryModule,
        IdentityModule,
        DevolutionModule,
        CompaniesModule,
        RosterModule,
        AssemblyModule,
        CommitteeModule,
        PartyModule,
        FundModule,
        CoverageModule,
        RetentionModule,
        DemoModule,
      ],
      controllers: [HealthController],
    };
  }
}
