import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveryService } from './delivery.service.js';
import { ReminderMessages } from './reminder-messages.js';
import { RemindersService } from './reminders.service.js';
import { SweepsController } from './sweeps.controller.js';
import { SweepsService } from './sweeps.service.js';

/** 送达: who was reached how, reminders, and the sweep from door to door. */
@Module({
  imports: [RegistryModule, RosterModule, AssembliesModule],
  controllers: [DeliveryController, SweepsController],
  providers: [DeliveryQueries, DeliveryService, ReminderMessages, RemindersService, SweepsService],
})
export class DeliveryModule {}
