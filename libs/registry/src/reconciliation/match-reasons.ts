import type { MatchReason, MatchReasonCode } from '../domain/matching/match.js';

const WORDS: Readonly<Record<MatchReasonCode, { readonly zh: string; readonly en: string }>> = {
  'equal-name': { zh: '名称相同', en: 'the names are equal' },
  'same-name': { zh: '去掉“小区”“社区”等通称后名称相同', en: 'the names are equal without words such as 小区' },
  'same-core': { zh: '名称的主体相同', en: 'the main part of the names is equal' },
  'name-contained': { zh: '一个名称包含另一个', en: 'one name holds the other' },
  'similar-name': { zh: '名称相近', en: 'the names are alike' },
  'equal-address': { zh: '地址相同', en: 'the addresses are equal' },
  near: { zh: '两处坐标相距 {distance}', en: 'the points are {distance} apart' },
  far: {
    zh: '两处坐标相距 {distance}，不太可能是同一小区',
    en: 'the points are {distance} apart, which speaks against it',
  },
  'part-differs': { zh: '期数或分区不同，应是两个小区', en: 'phase or section differ: two compounds' },
  'part-on-one-side': { zh: '只有一方写明期数或分区', en: 'only one names a phase or section' },
};

function distanceOf(metres: number, language: 'zh' | 'en'): string {
  if (metres < 1000) return language === 'zh' ? `${metres} 米` : `${metres} m`;
  const kilometres = (metres / 1000).toFixed(1);
  return language === 'zh' ? `${kilometres} 公里` : `${kilometres} km`;
}

/** A reason in words, for the people who decide. */
export function reasonInWords(reason: MatchReason, language: 'zh' | 'en' = 'zh'): string {
  return WORDS[reason.code][language].replace('{distance}', distanceOf(reason.metres ?? 0, language));
}
