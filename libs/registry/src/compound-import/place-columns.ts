import { code, decimal, defineColumns, point, text } from '#libs/platform';

/** The columns of a list that say where a compound lies: its area by code or by names, and its point on the map. */
export const PLACE_COLUMNS = defineColumns({
  areaCode: {
    label: { zh: '区划代码', en: 'area_code' },
    type: code({ longest: 30 }),
    synonyms: ['行政区划代码', '区划编码', '社区代码', '社区编码'],
    note: { zh: '2、4、6、9 或 12 位统计用区划代码', en: 'the statistics code of the area, 2 to 12 digits' },
  },
  area: {
    label: { zh: '所在区域', en: 'area' },
    type: text({ longest: 120 }),
    synonyms: ['所属区域', '行政区划', '行政区域', '所在区划', '所属区划', '所属辖区'],
    fallbacks: ['区域', '辖区', '区划', '所在地区', '地区'],
  },
  county: {
    label: { zh: '区县', en: 'county' },
    type: text({ longest: 60 }),
    synonyms: ['县区', '县市区', '县(市、区)', '所在区县', '所属区县', '区(县)', '行政区'],
  },
  township: {
    label: { zh: '街道', en: 'township' },
    type: text({ longest: 60 }),
    synonyms: [
      '乡镇',
      '街道乡镇',
      '乡镇街道',
      '街道(乡镇)',
      '街道/乡镇',
      '乡镇/街道',
      '乡镇(街道)',
      '镇街',
      '街镇',
      '所在街道',
      '所属街道',
      '所属乡镇',
      '街道办',
      '街道办事处',
    ],
    example: '示例街道',
  },
  village: {
    label: { zh: '社区', en: 'community' },
    type: text({ longest: 60 }),
    synonyms: [
      '社区(村)',
      '社区/村',
      '村居',
      '村社区',
      '社区村',
      '所在社区',
      '所属社区',
      '村(社区)',
      '社区名称',
      '居委会',
      'village',
    ],
  },
  point: {
    label: { zh: '经纬度', en: 'point' },
    type: point(),
    unreadable: 'warns',
    synonyms: ['坐标', '地理坐标', '经纬度坐标', '坐标点'],
  },
  longitude: {
    label: { zh: '经度', en: 'longitude' },
    type: decimal({ least: -180, most: 180 }),
    unreadable: 'warns',
    synonyms: ['lng', 'lon', '东经'],
  },
  latitude: {
    label: { zh: '纬度', en: 'latitude' },
    type: decimal({ least: -90, most: 90 }),
    unreadable: 'warns',
    synonyms: ['lat', '北纬'],
  },
});
