import { Module, type DynamicModule } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { CompaniesModule } from '#libs/companies';
import { RetentionModule } from '#libs/retention';
import { RosterModule } from '#libs/roster';
import { CoverageModule } from '#libs/coverage';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { FundModule } from '#libs/fund';
import { PartyModule } from '#libs/party';
import { PlatformModule, type Config } from '#libs/platform';
import { RegistryModule } from '#libs/registry';
import { DemoModule, ENTITIES } from '#libs/schema';

/** The contexts that operators' commands use. */
@Module({})
export class CliModule {
  static for(config: Config): DynamicModule {
    const platform = PlatformModule.for(config, ENTITIES, 'jiayuan-cli');
    const contexts = [
      RegistryModule,
      IdentityModule,
      DevolutionModule,
      CompaniesModule,
      RosterModule,
      AssemblyModule,
      PartyModule,
      FundModule,
      CoverageModule,
      RetentionModule,
      DemoModule,
    ];
    return { module: CliModule, imports: [platform, ...contexts] };
  }
}
