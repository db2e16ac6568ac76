import { describe, expect, it } from '@jest/globals';
import { serviceClaim } from './claim-words.js';

describe('what a list claims about the service', () => {
  it.each([
    '太原新晋凯物业管理公司',
    '卓达物业服务股份有限公司太原分公司',
    '金九物业',
    '天力物业',
    '花样年',
    '山西顺康集团',
    '三原华庭物管公司管理',
    '凤台社区物业管理有限公司',
    '居民自治物业服务有限公司',
    '晋城市四季花城物业',
    '无锡金科物业',
    '东华苑物业公司',
  ])('%s is a company', (words) => {
    expect(serviceClaim(words)).toBe('company');
  });

  it.each([
    '业主自管',
    '自管',
    '单位自管',
    '单位物业',
    '单位自管物业',
    '业委会自管',
    '人行单位物业',
    '自治管理',
    '居民自治',
    '原单位后勤',
  ])('%s is self-managed', (words) => {
    expect(serviceClaim(words)).toBe('self');
  });

  it.each([
    '社区',
    '社区托管',
    '凤台社区',
    '东街社区居委会',
    '村委会',
    '街道托管',
    '东街街道办事处',
    '社区兜底',
    '由社区代管',
    '南村',
  ])('%s is the community or village', (words) => {
    expect(serviceClaim(words)).toBe('community');
  });

  it.each([
    '无',
    '无物业',
    '没有物业',
    '无物业管理',
    '无物业管理服务',
    '暂无物业',
    ' 无 物 业 ',
    '没有',
    '无人管理',
    '未引进物业公司',
  ])('%s says that there is none', (words) => {
    expect(serviceClaim(words)).toBe('none');
  });

  it.each([
    null,
    '',
    '  ',
    '暂无',
    '暂无信息',
    '暂无资料',
    ' 暂无数据',
    '不详',
    '未知',
    '-',
    '——',
    '/',
    'N/A',
    '无资料',
    '暂无记录',
  ])('%s says nothing', (words) => {
    expect(serviceClaim(words)).toBe('unknown');
  });
});
