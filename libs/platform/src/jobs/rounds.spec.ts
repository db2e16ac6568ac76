import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Rounds } from './rounds.js';

class Told extends Logger {
  readonly errors: unknown[] = [];
  override error(error: unknown): void {
    this.errors.push(error);
  }
}

describe('rounds', () => {
  it('goes on after a fault, which it tells', async () => {
    const told = new Told();
    let round = 0;
    let third: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (third = resolve));
    const rounds = new Rounds(told, 1, async () => {
      round += 1;
      if (round === 1) throw new Error('first');
      if (round === 3) third();
    });
    rounds.start();
    await reached;
    await rounds.stop();
    expect(told.errors).toEqual([new Error('first')]);
  });

  it('waits for the round under way when it stops, and begins no other', async () => {
    const steps: string[] = [];
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const rounds = new Rounds(new Told(), 0, async () => {
      steps.push('begins');
      begun();
      await wait(30);
      steps.push('ends');
    });
    rounds.start();
    await beginning;
    await rounds.stop();
    await wait(30);
    expect(steps).toEqual(['begins', 'ends']);
  });

  it('does nothing before it is started, and may be stopped without', async () => {
    let rounds = 0;
    await new Rounds(new Told(), 0, async () => (rounds += 1)).stop();
    expect(rounds).toBe(0);
  });
});
