import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssemblyStep } from '../domain/assembly/assembly-state.js';

/** What happened to an assembly: each step once, with who, when and on what basis; only added to. */
@Entity('assembly_step')
export class AssemblyStepRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'text' })
  step: AssemblyStep;

  @Column({ type: 'smallint' })
  sequence: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'text', nullable: true })
  basis: string | null;

  /** Of a notice: when voting begins. */
  @Column({ type: 'timestamptz', nullable: true })
  opensAt: Date | null;

  /** Of a notice, and of an extension: when it ends. */
  @Column({ type: 'timestamptz', nullable: true })
  closesAt: Date | null;

  @Column({ type: 'jsonb' })
  detail: Readonly<Record<string, unknown>>;
}
