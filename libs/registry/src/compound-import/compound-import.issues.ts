import { defineIssues } from '#libs/platform';

const COMPARE = {
  zh: '如是同一小区，请在“名单比对”或小区档案中合并；不是则无需处理。',
  en: 'If they are one compound, merge them (reconciliation, or the file of the compound); otherwise do nothing.',
};

/** What can be wrong with a row of a list of compounds. */
export const compoundIssues = defineIssues({
  'compound.row-repeated': {
    message: {
      zh: '与第 {first} 行是同一个小区（名称、地址或编码相同），以第 {first} 行为准，本行没有采用。',
      en: 'The same compound as row {first} (equal code, or name and address); row {first} counts, not this one.',
    },
    fix: {
      zh: '删去重复的一行；如是两个小区，请填写不同的地址或编码。',
      en: 'Remove one of them, or give them different addresses or codes.',
    },
  },
  'compound.name-repeated': {
    message: {
      zh: '与第 {first} 行同名“{value}”，按两个小区登记。',
      en: 'Row {first} has the same name "{value}"; they were registered as two compounds.',
    },
    fix: COMPARE,
  },
  'compound.name-exists': {
    message: {
      zh: '台账中已有同名小区“{value}”（{where}），按另一个小区登记。',
      en: 'The register already has a compound named "{value}" ({where}); this one was registered beside it.',
    },
    fix: COMPARE,
  },
  'compound.code-exists': {
    message: {
      zh: '编码“{value}”已属于另一份名单的小区“{name}”，本行按另一个小区登记，编码未采用。',
      en: 'The code "{value}" belongs to "{name}" of another list; this row was registered without it.',
    },
    fix: COMPARE,
  },
  'compound.name-moved': {
    message: {
      zh: '这份名单以前还有一个同名小区“{name}”（第 {old} 行，{address}），它不在本文件中，仍保留在台账里。',
      en: 'The list had another "{name}" (row {old}, {address}) that is not in this file; it stays in the register.',
    },
    fix: {
      zh: '如只是改了地址，请把两个小区合并；已不存在的，请登记为已拆除。',
      en: 'If only the address was corrected, merge the two; if it is gone, record it as demolished.',
    },
  },
  'compound.area-unknown': {
    message: {
      zh: '区划“{value}”在本市区划中找不到，小区暂列为“未落位”。',
      en: 'There is no area "{value}" in this city; the compound stays unplaced.',
    },
    fix: {
      zh: '填写区划代码，或与区划名称一致的区县、街道、社区名称。',
      en: 'Give the area code, or the names as in the area tree.',
    },
  },
  'compound.area-ambiguous': {
    message: {
      zh: '“{value}”可能是：{candidates}；小区暂列为“未落位”。',
      en: '"{value}" may be any of {candidates}; the compound stays unplaced.',
    },
    fix: { zh: '写明上级区县或街道，或填写区划代码。', en: 'Name the county or township too, or give the area code.' },
  },
  'compound.area-partly-known': {
    message: {
      zh: '区划只认出“{found}”，“{value}”找不到或不属于它；小区暂列在“{found}”。',
      en: 'Only "{found}" was recognised, not "{value}" within it; the compound was placed in "{found}".',
    },
    fix: {
      zh: '核对下级区划的名称，或填写区划代码。',
      en: 'Check the names of the narrower areas, or give the area code.',
    },
  },
  'compound.point-outside-city': {
    message: {
      zh: '坐标“{value}”不在{city}范围内，未采用。',
      en: 'The point "{value}" lies outside {city} and was not taken over.',
    },
    fix: { zh: '核对后改正（经度在前，纬度在后），或留空。', en: 'Correct it (longitude first) or leave it empty.' },
  },
  'compound.point-far-away': {
    message: {
      zh: '坐标“{value}”距本市其他小区约 {kilometres} 公里，未采用。',
      en: 'The point "{value}" is some {kilometres} km from the other compounds and was not taken over.',
    },
    fix: { zh: '核对后改正（经度在前，纬度在后），或留空。', en: 'Correct it (longitude first) or leave it empty.' },
  },
  'compound.point-half': {
    message: {
      zh: '经度、纬度只填了一个，坐标未采用。',
      en: 'Only one of longitude and latitude is given; the point was not taken over.',
    },
    fix: { zh: '补上另一个，或两个都留空。', en: 'Give both or neither.' },
  },
  'compound.row-outside-scope': {
    message: {
      zh: '小区“{name}”不在您的管辖范围内（{where}），未导入。',
      en: 'The compound "{name}" lies outside your scope ({where}) and was left out.',
    },
    fix: {
      zh: '填写您辖区内的区划；没有区划的小区只能由市级导入。',
      en: 'Give an area inside your scope; compounds without an area can be imported by the city only.',
    },
  },
});
