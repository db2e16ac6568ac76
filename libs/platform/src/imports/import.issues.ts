import { defineIssues } from './issue-texts.js';

const AS_TEXT = {
  zh: '把单元格设为文本格式，重新填写完整编号。',
  en: 'Format the cell as text and type the whole code again.',
};
const NOTHING = {
  zh: '不需要处理；如果它其实是一条数据，请改写后重新上传。',
  en: 'Nothing; if it is a row of data, reword it and send it again.',
};

/** What can be wrong with a cell or a line of any list. */
export const importIssues = defineIssues({
  'import.cell-required': {
    message: { zh: '“{column}”没有填写。', en: '"{column}" is empty.' },
    fix: { zh: '填写“{column}”（{hint}）。', en: 'Fill in "{column}" ({hint}).' },
  },
  'import.cell-too-long': {
    message: {
      zh: '“{column}”有 {length} 个字，超过 {limit} 个字。',
      en: '"{column}" has {length} characters, more than {limit}.',
    },
    fix: { zh: '缩短到 {limit} 字以内，或移到备注附件中。', en: 'Shorten it to {limit} characters.' },
  },
  'import.cell-garbled': {
    message: {
      zh: '“{column}”含有乱码，原文已经丢失。',
      en: '"{column}" is garbled; the original characters are lost.',
    },
    fix: {
      zh: '从原始文件重新导出（编码选 UTF-8），或手工改正。',
      en: 'Export it again as UTF-8, or correct it by hand.',
    },
  },
  'import.cell-formula-without-value': {
    message: { zh: '“{column}”是公式，但没有计算结果。', en: '"{column}" is a formula without a result.' },
    fix: {
      zh: '用表格软件打开并保存一次，或“选择性粘贴—数值”。',
      en: 'Open and save it in a spreadsheet, or paste the value.',
    },
  },
  'import.cell-error-value': {
    message: { zh: '“{column}”是错误值 {value}。', en: '"{column}" holds the error {value}.' },
    fix: { zh: '修正公式或直接填写结果。', en: 'Mend the formula or type the result.' },
  },
  'import.cell-digits-lost': {
    message: {
      zh: '“{column}”被表格软件改成了数字 {value}，位数已丢失。',
      en: '"{column}" was turned into the number {value} and lost digits.',
    },
    fix: AS_TEXT,
  },
  'import.cell-not-a-choice': {
    message: { zh: '“{column}”填的“{value}”不在可选项中。', en: '"{value}" is no choice of "{column}".' },
    fix: { zh: '改为其中之一：{choices}。', en: 'Choose one of: {choices}.' },
  },
  'import.cell-not-yes-or-no': {
    message: { zh: '“{column}”应填“是”或“否”，现为“{value}”。', en: '"{column}" asks yes or no, not "{value}".' },
    fix: { zh: '改为“是”或“否”。', en: 'Write 是 or 否.' },
  },
  'import.cell-not-a-count': {
    message: { zh: '“{column}”应为整数，现为“{value}”。', en: '"{column}" should be a whole number, not "{value}".' },
    fix: {
      zh: '填一个整数，可带单位，如 1875户；不详请留空。',
      en: 'Write one whole number such as 1875, or leave it empty.',
    },
  },
  'import.cell-not-a-number': {
    message: { zh: '“{column}”应为数字，现为“{value}”。', en: '"{column}" should be a number, not "{value}".' },
    fix: { zh: '填数字；不详请留空。', en: 'Write a number, or leave it empty.' },
  },
  'import.cell-out-of-range': {
    message: {
      zh: '“{column}”的“{value}”不在 {least} 至 {most} 之间。',
      en: '"{value}" of "{column}" is not between {least} and {most}.',
    },
    fix: { zh: '核对后改正；不详请留空。', en: 'Check and correct it, or leave it empty.' },
  },
  'import.cell-not-an-area': {
    message: { zh: '“{column}”应为面积，现为“{value}”。', en: '"{column}" should be an area, not "{value}".' },
    fix: {
      zh: '填平方米数，如 69000㎡ 或 6.9万平方米；不详请留空。',
      en: 'Write square metres such as 69000, or leave it empty.',
    },
  },
  'import.cell-not-a-percentage': {
    message: { zh: '“{column}”应为百分数，现为“{value}”。', en: '"{column}" should be a percentage, not "{value}".' },
    fix: { zh: '填 0% 至 100%，如 35%；不详请留空。', en: 'Write 0% to 100%, or leave it empty.' },
  },
  'import.cell-not-a-day': {
    message: { zh: '“{column}”的“{value}”不是有效日期。', en: '"{value}" of "{column}" is not a day.' },
    fix: { zh: '写成年-月-日，如 2026-11-23。', en: 'Write year, month and day, such as 2026-11-23.' },
  },
  'import.cell-not-a-year': {
    message: { zh: '“{column}”的“{value}”不是有效年份。', en: '"{value}" of "{column}" is not a year.' },
    fix: {
      zh: '填 {least} 至 {most} 的四位年份；不详请留空。',
      en: 'Write a year from {least} to {most}, or leave it empty.',
    },
  },
  'import.cell-not-a-point': {
    message: { zh: '“{column}”的“{value}”不是中国境内的经纬度。', en: '"{value}" of "{column}" is no point in China.' },
    fix: {
      zh: '写成“经度,纬度”，如 112.86,35.47；不详请留空。',
      en: 'Write longitude,latitude such as 112.86,35.47, or leave it empty.',
    },
  },
  'import.point-swapped': {
    message: {
      zh: '“{column}”的“{value}”经纬度写反了，已按经度在前读取。',
      en: '"{value}" of "{column}" has latitude first; it was turned round.',
    },
    fix: { zh: '核对位置；下次请把经度写在前面。', en: 'Check the place; write the longitude first next time.' },
  },
  'import.row-too-wide': {
    message: {
      zh: '这一行有 {width} 列，表头只有 {columns} 列，内容可能错位。',
      en: 'This row has {width} cells under {columns} headings; they may have shifted.',
    },
    fix: {
      zh: '检查多出的分隔符，含逗号的内容请加英文双引号。',
      en: 'Look for stray separators; put texts with commas in quotes.',
    },
  },
  'import.total-line': {
    message: { zh: '这一行是合计，未作为数据导入。', en: 'This line is a total; it was left out.' },
    fix: NOTHING,
  },
  'import.note-line': {
    message: { zh: '这一行是说明文字，未作为数据导入。', en: 'This line is a note; it was left out.' },
    fix: NOTHING,
  },
  'import.section-line': {
    message: {
      zh: '这一行是跨列的分组标题，未作为数据导入。',
      en: 'This line is a caption across the table; it was left out.',
    },
    fix: NOTHING,
  },
  'import.headings-repeated': {
    message: { zh: '这一行又是表头，未作为数据导入。', en: 'This line repeats the headings; it was left out.' },
    fix: NOTHING,
  },
  'import.example-line': {
    message: {
      zh: '这一行是模板自带的示例，未作为数据导入。',
      en: 'This line is the example of the template; it was left out.',
    },
    fix: NOTHING,
  },
  'import.merged-cells-filled': {
    message: {
      zh: '合并单元格 {count} 处，已把内容填到每一行。',
      en: '{count} merged cells were filled into every row they cover.',
    },
    fix: { zh: '抽查合并处各行的内容。', en: 'Look at some of these rows.' },
  },
  'import.sheets-not-read': {
    message: {
      zh: '只读取了工作表“{sheet}”，未读取：{others}。',
      en: 'Only the sheet "{sheet}" was read, not: {others}.',
    },
    fix: {
      zh: '若其他工作表也有名单，请另存为单独的文件再导入。',
      en: 'Save other sheets with lists as files of their own.',
    },
  },
  'import.template-outdated': {
    message: {
      zh: '使用的是第 {found} 版模板，现行为第 {current} 版。',
      en: 'Made from version {found} of the template; the current one is {current}.',
    },
    fix: { zh: '下载新模板，核对新增或改名的列。', en: 'Download the new template and look at changed columns.' },
  },
});
