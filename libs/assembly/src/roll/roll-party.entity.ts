import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 名册上的一户: the same in every version of the roll of an assembly. */
@Entity('roll_party')
export class RollParty {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** As the register of owners names the party. */
  @Column({ type: 'text' })
  key: string;
}
