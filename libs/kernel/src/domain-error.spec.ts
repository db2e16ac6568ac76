import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';

describe('a domain error', () => {
  it('carries its public code and what the sentence needs', () => {
    const error = new DomainError('area.parent-missing', { line: 7 });
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.params]).toEqual(['DomainError', 'area.parent-missing', { line: 7 }]);
    expect(error.message).toContain('area.parent-missing');
  });

  it('needs no parameters', () => {
    expect(new DomainError('session.ended').params).toEqual({});
  });
});
