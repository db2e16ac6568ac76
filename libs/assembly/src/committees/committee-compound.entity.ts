import { Entity, PrimaryColumn } from 'typeorm';

/** Which compounds one row of a committee stands for; their order is that of the ids. */
@Entity('committee_compound')
export class CommitteeCompound {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  compoundId: string;

  @PrimaryColumn({ type: 'uuid' })
  committeeId: string;
}
