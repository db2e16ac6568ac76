import type { Role } from '#libs/kernel';

/** One fictitious person who may sign in to the demo city; scope is an area code or the name of a firm. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly area?: string;
  readonly company?: string;
}

/** The password of every demo sign-in; it exists only in a city marked as demo. */
export const DEMO_PASSWORD = 'jiayuan-demo-2026';

/** One person per role, so that every view can be tried; two in one street, since one opens and the other reviews. */
export function planPeople(cityCode: string, firstCompany: string): readonly DemoPerson[] {
  return [
    { login: 'shi', name: '市住建局 王敏', role: 'city-administrator', area: cityCode },
    { login: 'qu', name: '城区住建局 李强', role: 'county-staff', area: `${cityCode}02` },
    { login: 'jiedao', name: '东街街道 张丽', role: 'sub-district-staff', area: `${cityCode}02001` },
    { login: 'jiedao2', name: '东街街道 刘洋', role: 'sub-district-staff', area: `${cityCode}02001` },
    { login: 'shequ', name: '建设路社区 赵芳', role: 'community-staff', area: `${cityCode}02001001` },
    { login: 'shenji', name: '市审计 周平', role: 'auditor', area: cityCode },
    { login: 'wuye', name: '物业企业 吴刚', role: 'property-firm-staff', company: firstCompany },
  ];
}

/** Members of one committee, who sign in for their days in office; a seal waits for the second of them. */
export const DEMO_MEMBERS = [
  { login: 'weiyuan', name: '业委会主任 陈静', role: 'committee-member' },
  { login: 'weiyuan2', name: '业委会副主任 高伟', role: 'committee-member' },
] as const satisfies readonly DemoPerson[];
