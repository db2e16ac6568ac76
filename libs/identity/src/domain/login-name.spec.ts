import { describe, expect, it } from '@jest/globals';
import { isLogin, normalLogin } from './login-name.js';

describe('login names', () => {
  it.each([
    [' Admin ', 'admin'],
    ['ＷＡＮＧ', 'wang'],
    ['东街办', '东街办'],
  ])('reads %j as %s', (text, login) => expect(normalLogin(text)).toBe(login));

  it.each(['admin', 'wang.fang', 'a1', '东街办', 'li@dongjie', '13800000000'])('accepts %s', (login) => {
    expect(isLogin(login)).toBe(true);
  });

  it.each(['', 'a', '-admin', 'two words', 'a'.repeat(65), 'semi;colon', 'line\nbreak'])('refuses %j', (login) => {
    expect(isLogin(login)).toBe(false);
  });
});
