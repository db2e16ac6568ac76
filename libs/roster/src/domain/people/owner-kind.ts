/** 自然人, 法人 or 非法人组织, and the 建设单位 that holds what is not sold or not delivered. */
export const OWNER_KINDS = ['person', 'legal-person', 'developer'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

const ORGANISATION =
  /(?:公司|集团|企业|厂|银行|信用社|合作社|学校|中学|小学|幼儿园|医院|委员会|办事处|事务所|中心|局|政府|协会|基金会|研究院|宾馆|酒店|商行|经营部)(?:[(（][^)）]*[)）])?$/;

/** A name as it is compared: half width, without blanks, dots between the parts of a name kept. */
export function plainName(written: string): string {
  return written.normalize('NFKC').replace(/\s+/g, '');
}

/** Whether a name is that of an organisation; a name of four signs or fewer never is. */
export function isOrganisation(name: string): boolean {
  return name.length > 4 && ORGANISATION.test(name);
}
