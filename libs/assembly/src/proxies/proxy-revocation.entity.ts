import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 撤销委托. */
@Entity('proxy_revocation')
export class ProxyRevocation {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  proxyId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
