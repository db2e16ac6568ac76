import { comparable, tellsNothing } from '../rows/words.js';

export const SERVICE_MODES = ['P', 'M', 'S', 'U', 'T', 'B', 'E'] as const;

/**
 * 服务方式: P 专业物业企业, M 其他管理人, S 业主自行管理, U 单位自管, T 社区或国企托管兜底, B 连片打包, E 应急物业 (at most six months).
 */
export type ServiceModeCode = (typeof SERVICE_MODES)[number];

/** How a list that shows no paper puts it: by a company, by the owners, by the community, by nobody, or not said. */
export type ClaimedServiceMode = 'company' | 'self' | 'community' | 'none' | 'unknown';

export const SERVICE_MODE_WORDS: Readonly<Record<ServiceModeCode, string>> = {
  P: '专业物业',
  M: '其他管理人',
  S: '业主自管',
  U: '单位自管',
  T: '社区托管',
  B: '连片打包',
  E: '应急物业',
};

/** In this order: a more telling word comes before one that it contains. */
const PATTERNS: readonly (readonly [RegExp, ServiceModeCode | 'none'])[] = [
  [/^(无|没有|无物业|无物业服务|无管理|无人管理|无物业管理|失管|弃管|脱管|未实行.*|none)$/, 'none'],
  [/单位自管|单位管理|单位自行|产权单位|房管单位/, 'U'],
  [/自管|自行管理|自治|自我管理|自主管理/, 'S'],
  [/应急|临时/, 'E'],
  [/打包|连片/, 'B'],
  [/托管|兜底|代管|(社区|街道|居委会|村委会)(管理|服务|接管)/, 'T'],
  [/其[他它]/, 'M'],
  [/物业|企业|公司|专业|市场化/, 'P'],
];

/** The mode that words mean: a code, 'none' for 无 and its like, null when nothing is said, undefined when unclear. */
export function serviceModeOf(words: string | null): ServiceModeCode | 'none' | null | undefined {
  if (words === null || tellsNothing(words)) return null;
  const text = comparable(words);
  const letter = SERVICE_MODES.find((mode) => mode.toLowerCase() === text || text.startsWith(`${mode.toLowerCase()} `));
  return letter ?? PATTERNS.find(([pattern]) => pattern.test(text))?.[1];
}

/** What the mode amounts to where no paper is shown. */
export function claimedMode(mode: ServiceModeCode | 'none' | null): ClaimedServiceMode {
  if (mode === 'none') return 'none';
  if (mode === null) return 'unknown';
  if (mode === 'S' || mode === 'U') return 'self';
  return mode === 'T' ? 'community' : 'company';
}

/** The mode that a claim stands for, where the column of the mode itself is silent. */
export function modeOfClaim(claim: ClaimedServiceMode): ServiceModeCode | 'none' | null {
  const modes = { company: 'P', self: 'S', community: 'T', none: 'none', unknown: null } as const;
  return modes[claim];
}
