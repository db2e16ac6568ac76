import { Module } from '@nestjs/common';
import { CompaniesModule } from '#libs/companies';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { BindingCodes } from './bindings/codes/binding-codes.js';
import { BindingSlips } from './bindings/codes/binding-slips.service.js';
import { BindingTelling } from './bindings/binding-telling.js';
import { BindingWriter } from './bindings/binding-writer.js';
import { Bindings } from './bindings/bindings.js';
import { HomesController } from './bindings/homes/homes.controller.js';
import { HomesService } from './bindings/homes/homes.service.js';
import { DeskPhonesController } from './bindings/phones/desk-phones.controller.js';
import { DeskCodesService } from './bindings/phones/desk-codes.service.js';
import { DeskPhonesService } from './bindings/phones/desk-phones.service.js';
import { DeskUnits } from './bindings/phones/desk-units.js';
import { UnitBindingsController } from './bindings/unit-bindings.controller.js';
import { UnitBindingsService } from './bindings/unit-bindings.service.js';
import { OwnersImport } from './list/owners.import.js';
import { OwnerPhones } from './owners/owner-phones.js';
import { PersonalData } from './owners/personal-data.js';
import { RevealsController } from './owners/reveals.controller.js';
import { RevealLog } from './owners/reveal-log.js';
import { RevealsService } from './owners/reveals.service.js';
import { TransferFiles, UnitLink } from './ownerships/transfer-files.js';
import { TransfersController } from './ownerships/transfers.controller.js';
import { TransfersService } from './ownerships/transfers.service.js';
import { RosterController } from './parties/roster.controller.js';
import { RosterService } from './parties/roster.service.js';
import { CompoundHomes } from './units/compound-homes.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsService } from './units/units.service.js';
import { HandChanges } from './writing/hand-changes.js';

const DESK = [DeskCodesService, DeskPhonesService, DeskUnits];
const BINDINGS = [
  ...DESK,
  BindingCodes,
  BindingSlips,
  BindingTelling,
  BindingWriter,
  HomesService,
  UnitBindingsService,
];
const OWN = [
  HandChanges,
  OwnersImport,
  RevealLog,
  RevealsService,
  TransferFiles,
  TransfersService,
  UnitLink,
  UnitsService,
];

@Module({
  imports: [RegistryModule, IdentityModule, CompaniesModule],
  controllers: [
    ...[RosterController, UnitsController, TransfersController, RevealsController],
    ...[DeskPhonesController, HomesController, UnitBindingsController],
  ],
  providers: [Bindings, CompoundHomes, OwnerPhones, PersonalData, RosterService, ...BINDINGS, ...OWN],
  exports: [Bindings, CompoundHomes, OwnerPhones, PersonalData, RosterService],
})
export class RosterModule {}
