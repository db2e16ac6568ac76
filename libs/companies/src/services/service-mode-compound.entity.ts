import { Entity, PrimaryColumn } from 'typeorm';

/** Which compounds one row of a service mode covers; several for 连片打包. */
@Entity('service_mode_compound')
export class ServiceModeCompound {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  compoundId: string;

  @PrimaryColumn({ type: 'uuid' })
  serviceModeId: string;
}
