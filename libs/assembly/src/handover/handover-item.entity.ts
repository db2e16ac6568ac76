import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 移交清单的一项. */
@Entity('handover_item')
export class HandoverItem {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  handoverId: string;

  @Column({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  name: string;
}
