import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two counters per city: bumped by every write of facts, and by every change of people or grants. */
@Entity('city_stamp')
export class CityStampRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @Column({ type: 'bigint', default: '0' })
  factVersion: string;

  @Column({ type: 'bigint', default: '0' })
  identityVersion: string;
}
