import { defineErrors } from '#libs/platform';

export const scanErrors = defineErrors(
  {
    'scan.subject-not-found': {
      kind: 'not-found',
      zh: '没有编号为 {id} 的佐证，或它已被更正，或不在您的管辖范围内。请从小区页面的佐证材料中选取。',
      en: 'There is no evidence {id} in force, or it lies outside your scope. Choose it on the page of its compound.',
    },
    'scan.not-found': {
      kind: 'not-found',
      zh: '没有这份扫描件（{id}），或它不在您的管辖范围内。请从小区页面的佐证材料中选取。',
      en: 'There is no scan {id}, or it lies outside your scope. Choose it on the page of its compound.',
    },
    'scan.withdrawn': {
      kind: 'conflict',
      zh: '这份扫描件已经撤下，撤下的记录不再更改。确需再附的，请重新扫描后上传。',
      en: 'This scan was withdrawn, and that stays. To attach it after all, scan the paper anew and upload it.',
    },
    'scan.already-attached': {
      kind: 'conflict',
      zh: '这份文件已经附在这份佐证上，没有需要变更的内容。如要补充，请上传另一份文件。',
      en: 'This file is attached to this evidence already; nothing would change. Upload another file to add one.',
    },
  },
  { scan_once: 'scan.already-attached' },
);
