/** Where the money of the Beautiful Home fund comes from; each kind keeps to its own uses. */
export const SOURCES = {
  F1: '中央和省老旧小区改造补助',
  F2: '市县财政配套',
  F3: '专项债券',
  F4: '盘活资产收入',
  F5: '社会捐赠',
  F6: '企业和单位出资',
  F7: '利息及其他',
} as const;

export type Source = keyof typeof SOURCES;

/** What the fund is used for. */
export const USES = {
  '5001': '无物业小区启动',
  '5002': '应急服务',
  '5003': '设施修缮',
  '5004': '困难救助',
  '5005': '以奖代补',
} as const;

export type Use = keyof typeof USES;

export const SOURCE_CODES = Object.keys(SOURCES) as readonly Source[];
export const USE_CODES = Object.keys(USES) as readonly Use[];

/** Whoever works or delivers is paid by contract; help and rewards go to whom they are for. */
export function needsContract(use: Use): boolean {
  return use === '5001' || use === '5002' || use === '5003';
}

/**
 * 应急情形: what lets the vote be skipped (民法典 281 第二款, 住宅专项维修资金管理办法 24); the list is that of 杭州市物业管理条例 73
 * and 上海市住宅物业管理规定 73, proposed here. The sub-district confirms each case by an act of WY-19.
 */
export const EMERGENCIES = {
  lift: '电梯故障危及安全',
  fire: '消防设施损坏',
  facade: '外墙脱落危险',
  leak: '屋面、外墙渗漏',
  drainage: '排水堵塞、爆裂',
  pump: '二次供水水泵故障',
  other: '其他危及安全的情形',
} as const;

export type Emergency = keyof typeof EMERGENCIES;
export const EMERGENCY_KINDS = Object.keys(EMERGENCIES) as readonly Emergency[];
