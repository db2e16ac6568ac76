import { day, defineColumns, text } from '#libs/platform';
import { COMPOUND_REFERENCE_COLUMNS } from '../lists/list-columns.js';

/** The columns of a list of inspections, fee runs and work orders. */
export const SERVICE_SIGN_COLUMNS = defineColumns({
  ...COMPOUND_REFERENCE_COLUMNS,
  kind: {
    label: { zh: '类型', en: 'kind' },
    type: text({ longest: 60 }),
    required: true,
    synonyms: ['痕迹类型', '服务痕迹', '服务迹象', '服务类型', '种类', '事项'],
    note: { zh: '巡查、收费、工单', en: '巡查 inspection, 收费 fee run, 工单 work order' },
    example: '巡查',
  },
  onDay: {
    label: { zh: '日期', en: 'day' },
    type: day(),
    required: true,
    synonyms: ['发生日期', '发生时间', '服务日期', '时间', '巡查日期', '收费日期', '工单日期'],
    example: '2026-11-01',
  },
  note: { label: { zh: '说明', en: 'note' }, type: text({ longest: 500 }), synonyms: ['备注', '内容', '情况说明'] },
});
