import { defineErrors } from '#libs/platform';

export const areaErrors = defineErrors(
  {
    'area.not-found': {
      kind: 'not-found',
      zh: '没有代码为 {code} 的区划，或它不在您的管辖范围内。请核对区划代码（2、4、6、9 或 12 位）。',
      en: 'There is no area {code}, or it lies outside your scope. Check the area code (2, 4, 6, 9 or 12 digits).',
    },
    'area.file-refused': {
      kind: 'invalid',
      zh: '区划文件第 {line} 行有误：{reason}。整个文件未导入，请修正后重试。',
      en: 'Line {line} of the areas file is wrong: {reason}. Nothing was loaded; correct it and try again.',
    },
    'area.code-taken': {
      kind: 'conflict',
      zh: '区划代码已存在且尚未关闭。请换一个代码，或先关闭原区划。',
      en: 'An open area already has this code. Use another code or close the old area first.',
    },
    'area.change-refused': {
      kind: 'rule',
      zh: '区划调整未执行：{reason}。',
      en: 'The change of areas was not made: {reason}.',
    },
    'city.exists': {
      kind: 'conflict',
      zh: '这个代码的城市已经建立。请直接使用，或换一个代码。',
      en: 'A city with this code exists already. Use it, or take another code.',
    },
    'city.not-found': {
      kind: 'not-found',
      zh: '本系统中没有城市 {code}。现有城市：{cities}。请核对城市代码；新城市由运维人员用 city create 建立。',
      en: 'There is no city {code} here. Known cities: {cities}. Check the code; new ones are made with city create.',
    },
    'city.code-invalid': {
      kind: 'invalid',
      zh: '“{code}”不是城市代码。请给出 4 位代码（如 1405），后面补零也可以。',
      en: '"{code}" is no code of a city. Give its 4 digits, such as 1405; padding zeros may follow.',
    },
    'city.name-empty': {
      kind: 'invalid',
      zh: '城市名称为空。请给出名称，例如 晋城市。',
      en: 'The name of the city is empty. Give one, such as Jincheng.',
    },
  },
  { area_code_open: 'area.code-taken', city_code_once: 'city.exists' },
);
