/** What a list says about who looks after a compound: a company, the owners, the community, nobody, or nothing. */
export type ServiceClaim = 'company' | 'self' | 'community' | 'none' | 'unknown';

export const SERVICE_CLAIMS = [
  'company',
  'self',
  'community',
  'none',
  'unknown',
] as const satisfies readonly ServiceClaim[];

function wholly(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'i');
}

function anywhere(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'));
}

/** A bare unit or dash is left behind by pages that had no value to print. */
const SAYS_NOTHING = wholly(
  '不详|不祥|未知|不明|不清楚|未填写?|未提供|未登记|未录入|待定|待补充?|待核实|待确认|待完善|空|不便透露|其他|其它',
  '(?:暂|尚)?[无缺](?:资料|数据|信息|记录)|暂[无缺]',
  String.raw`n\/?a|null|none|nil|undefined|unknown|[-—–/\\?？.…*×_]+`,
);
const SAYS_NONE = wholly(
  '无|没有|没|均无|否|无人管理|无人管|无专业管理|失管|弃管|散户|开放式|开放小区|三无小区',
  '无主管(?:单位|部门)?|无管理(?:单位|部门)?|已?撤[出离场管]+',
  '(?:暂|目前)?(?:无|没有|未有|尚无|没|未引进|未入驻|未聘请|未实行)(?:专业|专业化|正规)?物[业管]' +
    '(?:公司|企业|服务|管理|管理公司|服务公司|服务企业|管理服务|服务人|单位|用房)?(?:入驻|进驻|管理|服务)?',
);
const COMPANY_WORD = anywhere('公司|集团|企业|物业服务中心|物业管理处|物业管理中心|物业管理所|物业服务所');
const COMMUNITY = anywhere(
  '居委会|居民委员会|村委会|村民委员会|村两委|街道|办事处|乡政府|镇政府|村集体|村里',
  '社区(?:党委|党支部|党总支|工作站|两委)?(?:托管|代管|兜底|管理|自管|接管|负责|服务中心)',
  '(?:托管|代管|兜底).*社区|社区.{0,2}(?:代|托|兜底)',
  '^.{0,10}(?:社区|村)$|^(?:社区|村)(?:物业|管理)?$',
);
const SELF = anywhere(
  '业主|业委会|物管会|居民|住户|自主管理|自治|自管|自行管理|自我管理|自营|自理|家委会',
  '单位物业|本单位|原单位|产权单位|后勤|单位(?:管理|代管|负责|自)',
);

/** The same words in half width, without blanks. */
function plain(words: string): string {
  return words.normalize('NFKC').replace(/[\s()（）。;；]+/g, '');
}

/**
 * What the words of a column 物业公司 claim. A name that is no other word is taken for a company's, since that is what
 * the column asks for; a company's word wins over 社区 or 街道 inside its name (某某社区物业管理有限公司).
 */
export function serviceClaim(words: string | null): ServiceClaim {
  const text = plain(words ?? '');
  if (text === '' || SAYS_NOTHING.test(text)) return 'unknown';
  if (SAYS_NONE.test(text)) return 'none';
  if (COMPANY_WORD.test(text)) return 'company';
  if (SELF.test(text)) return 'self';
  if (COMMUNITY.test(text)) return 'community';
  return 'company';
}
