import { comparable } from '../rows/words.js';

/** The name to compare companies by: brackets, dots and 有限责任公司 against 有限公司 make no difference. Never stored. */
export function normalisedCompanyName(name: string): string {
  return comparable(name)
    .replace(/[()[\]【】〔〕·.,，。、-]/g, '')
    .replace('有限责任公司', '有限公司');
}
