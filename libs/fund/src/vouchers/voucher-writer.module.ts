import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { VoucherWriter } from './voucher-writer.js';

/** Alone, since projects and repairs hang vouchers on themselves while the desk of vouchers asks for projects. */
@Module({ imports: [RegistryModule], providers: [VoucherWriter], exports: [VoucherWriter] })
export class VoucherWriterModule {}
