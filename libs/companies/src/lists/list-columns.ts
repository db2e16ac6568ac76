import { code, day, defineColumns, text } from '#libs/platform';
import type { CompoundReference } from '../domain/rows/compound-directory.js';

/** By these columns a list says which compound a row is about: its code, its name, and the area among namesakes. */
export const COMPOUND_REFERENCE_COLUMNS = defineColumns({
  compoundCode: {
    label: { zh: '小区编码', en: 'compound_code' },
    type: code({ longest: 60 }),
    synonyms: ['小区编号', '小区代码', '小区ID', '项目编号', '项目编码', 'own_code'],
    note: {
      zh: '台账里的小区编码；没有编码时填写小区名称',
      en: "the register's code of the compound; without it, the name",
    },
    example: 'JC-0001',
  },
  compoundName: {
    label: { zh: '小区名称', en: 'compound' },
    type: text({ longest: 400 }),
    synonyms: ['小区', '小区名', '住宅小区名称', '项目名称', '物业项目名称', '楼盘名称', '所在小区', 'compound_name'],
    fallbacks: ['项目', '楼盘', '#key'],
    note: { zh: '多个小区用顿号“、”分开', en: 'several compounds are parted by 、' },
    example: '示例小区',
  },
  area: {
    label: { zh: '所在区域', en: 'area' },
    type: text({ longest: 120 }),
    synonyms: ['区划', '所属区域', '行政区划', '所属区划', '区划代码', '行政区划代码'],
    note: {
      zh: '小区重名时填写街道、社区，或区划代码',
      en: 'township, community or area code, where names are not unique',
    },
  },
  township: {
    label: { zh: '街道', en: 'township' },
    type: text({ longest: 60 }),
    synonyms: [
      '乡镇',
      '街道乡镇',
      '乡镇街道',
      '街道(乡镇)',
      '乡镇(街道)',
      '镇街',
      '街镇',
      '所属街道',
      '所在街道',
      '街道办事处',
    ],
  },
  village: {
    label: { zh: '社区', en: 'community' },
    type: text({ longest: 60 }),
    synonyms: ['社区(村)', '村居', '所属社区', '所在社区', '社区名称', 'village'],
  },
});

type ReferenceField = keyof typeof COMPOUND_REFERENCE_COLUMNS;

/** The compound that the values of these columns point to. */
export function referenceOf(values: Readonly<Record<ReferenceField, string | null>>): CompoundReference {
  const place = [values.area, values.township, values.village].filter((part) => part !== null).join('');
  return { code: values.compoundCode, name: values.compoundName, area: place === '' ? null : place };
}

/** The paper behind a row; contexts give the days and the issuer the words of their own papers. */
export const DOCUMENT_NUMBER_COLUMN = {
  label: { zh: '文号', en: 'document_number' },
  type: text({ longest: 120 }),
  synonyms: ['文件号', '文书号', '备案号', '备案文号', '备案编号', '批复文号', '批准文号', 'document'],
  note: {
    zh: '文号、发文单位和起止日期齐全的行算依据，否则只算“名单所称”',
    en: 'evidence needs number, issuer and days',
  },
  example: '晋物备〔2026〕1号',
} as const;

export const FIRST_DAY_TYPE = day();

/** 长期 and its like leave the end open. */
export const LAST_DAY_TYPE = day({ openEnd: true });
