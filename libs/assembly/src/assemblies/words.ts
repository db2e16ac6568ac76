import type { AssemblyState, AssemblyStep } from '../domain/assembly/assembly-state.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How states and steps are called when one is refused. */
export const STATE_WORDS: Readonly<Record<AssemblyState, Words>> = {
  draft: { zh: '草案', en: 'a draft' },
  noticed: { zh: '已通知', en: 'announced' },
  open: { zh: '表决中', en: 'open' },
  closed: { zh: '已截止', en: 'closed' },
  certified: { zh: '已确认结果', en: 'certified' },
  published: { zh: '已公布结果', en: 'published' },
  filed: { zh: '已备案', en: 'filed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

export const STEP_WORDS: Readonly<Record<AssemblyStep, Words>> = {
  notice: { zh: '发出通知', en: 'notice' },
  opening: { zh: '开始表决', en: 'opening' },
  extension: { zh: '延期', en: 'extension' },
  closure: { zh: '截止', en: 'closure' },
  certification: { zh: '确认结果', en: 'certification' },
  publication: { zh: '公布结果', en: 'publication' },
  filing: { zh: '备案', en: 'filing' },
  cancellation: { zh: '取消', en: 'cancellation' },
};
