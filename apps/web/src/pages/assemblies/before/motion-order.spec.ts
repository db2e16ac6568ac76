import { describe, expect, it } from '@jest/globals';
import { aNewMotion, classOf, isWholeMotion, motionOf } from './motion-order.js';

const MATTERS = [
  { code: 'M5', votingClass: 'ordinary' },
  { code: 'M6', votingClass: 'special' },
] as const;

describe('a new motion', () => {
  it('of yes and no sends neither options nor candidates', () => {
    const typed = { ...aNewMotion(), title: ' 更换电梯 ', matters: ['M5'], options: '甲\n乙', candidates: '丙' };
    expect(motionOf(typed)).toEqual({ title: '更换电梯', body: '', kind: 'plain', matters: ['M5'] });
    expect(isWholeMotion(typed)).toBe(true);
  });

  it('of options sends them line by line', () => {
    const typed = { ...aNewMotion(), title: '选聘', kind: 'options' as const, matters: ['M4'], options: ' 甲\n\n乙 ' };
    expect(motionOf(typed)).toMatchObject({ options: ['甲', '乙'] });
    expect(isWholeMotion({ ...typed, options: '\n' })).toBe(false);
  });

  it('of an election sends each candidate with what is said of them', () => {
    const candidates = '王五，退休教师, 党员\n赵六';
    const typed = {
      ...aNewMotion(),
      title: '选举',
      kind: 'election' as const,
      matters: ['M3'],
      candidates,
      areDeclared: true,
      seats: '5',
    };
    expect(motionOf(typed)).toMatchObject({
      candidates: [
        { name: '王五', note: '退休教师, 党员', isDeclared: true },
        { name: '赵六', isDeclared: true },
      ],
      seats: 5,
    });
    expect(isWholeMotion({ ...typed, seats: '0' })).toBe(false);
  });

  it('has the strictest class of its matters', () => {
    expect(classOf([], MATTERS)).toEqual({ lawful: null, isMixed: false });
    expect(classOf(['M5'], MATTERS)).toEqual({ lawful: 'ordinary', isMixed: false });
    expect(classOf(['M6', 'M5'], MATTERS)).toEqual({ lawful: 'special', isMixed: true });
  });
});
