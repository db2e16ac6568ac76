import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The usual algorithms of the internet, or those of Chinese commercial cryptography (国密). */
export type CryptoSuite = 'sha256-ed25519' | 'sm3-sm2';

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

  /** How what the city signs is hashed and signed; chosen when it is set up, and kept for ever. */
  @Column({ type: 'text', default: 'sha256-ed25519' })
  cryptoSuite: CryptoSuite;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
