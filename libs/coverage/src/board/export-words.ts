import type { Language } from '#libs/platform';
import type { Basis, State, Target } from '../domain/state.js';

/** What a workbook says besides its figures. */
export interface ExportWords {
  readonly rates: string;
  readonly rateHeadings: readonly string[];
  readonly gaps: string;
  readonly gapHeadings: readonly string[];
  readonly about: string;
  readonly aboutHeadings: readonly string[];
  readonly place: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly basis: string;
  readonly target: string;
  readonly state: string;
  readonly all: string;
  readonly openStates: string;
  readonly directly: string;
  readonly yes: string;
  readonly source: string;
  readonly system: string;
  readonly unplaced: string;
  readonly byWork: string;
  readonly between: string;
  readonly targets: Readonly<Record<Target, string>>;
  readonly states: Readonly<Record<State, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
}

const zh: ExportWords = {
  rates: '覆盖率',
  rateHeadings: [
    ...['区划代码', '区划', '指标', '指标名称', '分母'],
    ...['严口径', '严口径 %', '宽口径', '宽口径 %', '声称', '声称 %', '缺口'],
  ],
  gaps: '缺口',
  gapHeadings: ['区划', '名称', '指标', '指标名称', '状态', '原因', '依据', '建议'],
  about: '说明',
  aboutHeadings: ['项目', '内容'],
  place: '区域',
  asOf: '截至日',
  knownAt: '已知时点',
  basis: '统计口径（缺口按此计算）',
  target: '缺口的目标',
  state: '缺口的状态',
  all: '全部',
  openStates: '全部不计入该口径的',
  directly: '只含未落到下级区划的',
  yes: '是',
  source: '来源',
  system: '家园系统',
  unplaced: '未落位',
  byWork: '（仅工作覆盖）',
  between: '；',
  targets: {
    C1: '物业服务覆盖',
    C2: '业委会（物管会）覆盖',
    C3: '业委会（物管会）党组织覆盖',
    C4A: '物业企业党组织覆盖（按企业）',
    C4B: '物业企业党组织覆盖（按小区）',
  },
  states: {
    COVERED: '已覆盖',
    COVERED_WITH_DEFECT: '有瑕疵',
    STALE: '已失效',
    UNVERIFIED: '未核实',
    NOT_COVERED: '未覆盖',
    NOT_APPLICABLE: '不适用',
  },
  bases: { strict: '严口径', broad: '宽口径', claimed: '声称' },
};

const en: ExportWords = {
  rates: 'Rates',
  rateHeadings: [
    ...['Area code', 'Area', 'Target', 'Target name', 'Denominator'],
    ...['Strict', 'Strict %', 'Broad', 'Broad %', 'Claimed', 'Claimed %', 'Gap'],
  ],
  gaps: 'Gaps',
  gapHeadings: ['Area', 'Name', 'Target', 'Target name', 'State', 'Reason', 'Legal basis', 'Next step'],
  about: 'About',
  aboutHeadings: ['Item', 'Content'],
  place: 'Place',
  asOf: 'As of',
  knownAt: 'As known at',
  basis: 'Basis (gaps are counted on it)',
  target: 'Target of the gaps',
  state: 'State of the gaps',
  all: 'All',
  openStates: 'All that do not count on the basis',
  directly: 'Only what lies in no area below',
  yes: 'Yes',
  source: 'Source',
  system: 'Jiayuan',
  unplaced: 'Unplaced',
  byWork: ' (by work only)',
  between: '; ',
  targets: {
    C1: 'Property service',
    C2: 'Owners committee (or PMC)',
    C3: 'Party organisation of committees',
    C4A: 'Party organisation of firms (by firm)',
    C4B: 'Party organisation of firms (by compound)',
  },
  states: {
    COVERED: 'Covered',
    COVERED_WITH_DEFECT: 'Defect',
    STALE: 'Stale',
    UNVERIFIED: 'Unverified',
    NOT_COVERED: 'Not covered',
    NOT_APPLICABLE: 'Not applicable',
  },
  bases: { strict: 'Strict', broad: 'Broad', claimed: 'Claimed' },
};

/** The words of the workbook in both languages: whoever asks reads them, no code stands alone. */
export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { zh, en };
