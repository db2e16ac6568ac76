import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 城市: the tenant. The one shared table of part one; everything else is walled by its id. */
@Entity('city')
export class City {
  @PrimaryColumn({ type: 'smallint', generated: 'identity' })
  id: number;

  /** Canonical area code of the city, for example 1405. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  /** A city of fictitious data, the only kind in which demo passwords exist. */
  @Column({ type: 'boolean', default: false })
  isDemo: boolean;

  /** Bounding box `[minLongitude, minLatitude, maxLongitude, maxLatitude]` in degrees, or null when not known. */
  @Column({ type: 'double precision', array: true, nullable: true })
  bounds: number[] | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
