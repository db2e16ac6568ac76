import { describe, expect, it } from '@jest/globals';
import { officeName } from './body.js';

describe('how an office signs', () => {
  it.each([
    ['city', '晋城市', '晋城市住房和城乡建设局'],
    ['township', '东街街道', '东街街道办事处'],
    ['township', '巴公镇', '巴公镇人民政府'],
    ['township', '东街街道办事处', '东街街道办事处'],
    ['township', '东街街道办事处（含开发区托管片区）', '东街街道办事处（含开发区托管片区）'],
    ['township', '东街街道（含开发区托管片区）', '东街街道（含开发区托管片区）办事处'],
    ['township', '巴公镇人民政府', '巴公镇人民政府'],
    ['township', '丹河新城管理委员会', '丹河新城管理委员会'],
    ['village', '建设路社区居委会', '建设路社区居民委员会'],
    ['village', '西街村委会', '西街村民委员会'],
  ] as const)('%s %s as %s', (level, name, office) => expect(officeName({ level, name })).toBe(office));
});
