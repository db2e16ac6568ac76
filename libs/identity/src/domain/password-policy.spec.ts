import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { requireGoodPassword } from './password-policy.js';

function codeOf(password: string, login = 'wang.fang'): string | null {
  try {
    requireGoodPassword(password, login);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('password policy', () => {
  it.each([
    ['abcdefghi', 'password.too-short'],
    ['', 'password.too-short'],
    ['晋城家园晋城家园九', 'password.too-short'],
    ['1234567890', 'password.too-common'],
    ['Password123', 'password.too-common'],
    ['１２３４５６７８９０', 'password.too-common'],
    ['aaaaaaaaaaaaaaa', 'password.too-common'],
    ['abababababab', 'password.too-common'],
  ])('refuses %j as %s', (password, code) => expect(codeOf(password)).toBe(code));

  it('refuses the login as password, whatever its case', () => {
    expect(codeOf('Dongjie-Office', 'dongjie-office')).toBe('password.is-login');
    expect(codeOf('Dongjie-Office', 'dongjie')).toBeNull();
  });

  it('accepts ten characters of any script, without asking for classes of characters', () => {
    expect(codeOf('tiger moon')).toBeNull();
    expect(codeOf('太行山下的石榴树真红')).toBeNull();
  });
});
