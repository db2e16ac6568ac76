import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { fillTemplate, languageOf, problemDocument } from './problem.js';

describe('a refusal as it is told', () => {
  const definition = { kind: 'rule', zh: '{path} {reason}。', en: '{path} {reason}.' } as const;

  it('is in the language asked for, its parameters too', () => {
    const refusal = new DomainError('some.code', { path: 'a[1]', reason: { zh: '有误', en: 'is wrong' } });
    expect(problemDocument(refusal, definition, 'en')).toEqual({
      type: 'urn:jiayuan:problem:some.code',
      title: 'Refused by a rule',
      status: 422,
      detail: 'a[1] is wrong.',
      code: 'some.code',
      params: { path: 'a[1]', reason: 'is wrong' },
    });
    expect(problemDocument(refusal, definition, 'zh')).toMatchObject({ title: '不符合规则', detail: 'a[1] 有误。' });
  });

  it('of a code that nobody declared is a fault of the program', () => {
    expect(problemDocument(new DomainError('no.code'), undefined, 'zh')).toMatchObject({
      status: 500,
      detail: 'no.code',
    });
  });

  it('shows a parameter that is missing', () => {
    expect(fillTemplate('{some} {other}', { some: 1 })).toBe('1 {other}');
  });

  it('is in English only where English is asked for first', () => {
    expect(['en', 'en_GB.UTF-8', ' EN-us;q=1', 'zh-CN,en', 'eng', 'C.UTF-8', undefined].map(languageOf)).toEqual([
      ...['en', 'en', 'en', 'zh', 'zh', 'zh', 'zh'],
    ]);
  });
});
