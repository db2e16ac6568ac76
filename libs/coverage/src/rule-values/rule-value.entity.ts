import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 本市规则值: what the city itself laid down where the rule pack only proposes. */
@Entity('rule_value')
export class CityRuleValue {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  value: number;

  /** The document that says so, for example a notice of the city bureau with its number. */
  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  article: string;

  @Column({ type: 'date' })
  effectiveFrom: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;

  @Column({ type: 'text' })
  recordedBy: string;
}
