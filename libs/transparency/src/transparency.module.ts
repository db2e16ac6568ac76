import { Module } from '@nestjs/common';
import { LeafSources } from './log/leaf-sources.js';
import { LogCheck } from './log/log-check.js';
import { LogReader } from './log/log-reader.js';
import { PendingRecords } from './log/pending-records.js';
import { PublicLogController } from './log/public-log.controller.js';
import { Receipts } from './log/receipts.js';
import { Sealer } from './log/sealer.js';
import { LogKeys } from './signing/log-keys.js';
import './transparency.errors.js';

/** The append-only log of a city's records: sealing, proofs and receipts. */
@Module({
  controllers: [PublicLogController],
  providers: [LeafSources, LogCheck, LogKeys, LogReader, PendingRecords, Receipts, Sealer],
  exports: [LeafSources, LogCheck, Receipts, Sealer],
})
export class TransparencyModule {}
