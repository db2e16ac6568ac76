import { DomainError } from '#libs/kernel';
import type { Matter } from '#libs/law';

/** What a meeting does with an item: decides it, puts it to the owners, or carries out what they resolved. */
export const ITEM_KINDS = ['decide', 'propose', 'execute'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface ItemFacts {
  readonly title: string;
  readonly body: string;
  readonly kind: ItemKind;
  /** Which matter of 民法典 278 it is about, as its caller says; null for an affair of the committee itself. */
  readonly matter: string | null;
}

/** Words by which an item shows that it is about a matter of the owners, whatever it is called. */
const SIGNS: readonly (readonly [matter: string, words: RegExp])[] = [
  ['M6', /(筹集|续筹|补交|补缴).{0,8}维修(资)?金/],
  ['M5', /(使用|动用|支取).{0,10}维修(资)?金|维修(资)?金.{0,6}(使用|动用|支取)/],
  ['M4', /(选聘|解聘|续聘|更换|聘用|解除).{0,12}物业(服务)?(企业|公司|合同|管理人)?/],
  ['M7', /(改建|重建|加装).{0,10}(建筑|电梯|附属|设施)/],
  ['M8', /(共有部分|公共部位|公共区域|绿地|车位|架空层|电梯轿厢).{0,12}(经营|出租|广告|改变用途|改作)/],
  ['M1', /(制定|修改).{0,10}议事规则/],
  ['M2', /(制定|修改).{0,10}管理规约/],
  ['M3', /(选举|罢免).{0,8}(业主委员会|业委会|委员(?!会))(?!的?(主任|副主任|会议))|更换.{0,10}(成员|委员(?!会))/],
  ['M9a', /(调整|提高|上调|降低).{0,10}(物业费|收费标准|服务费)/],
  ['M9b', /(使用|分配|支出).{0,8}公共收益/],
  ['M9c', /(发放|提高|调整|设立).{0,10}津贴/],
];

/** The matter of the owners that an item speaks of; null when it shows none. */
export function matterInWords({ title, body }: Pick<ItemFacts, 'title' | 'body'>): string | null {
  const text = `${title}。${body}`.replace(/\s+/g, '');
  return SIGNS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/**
 * Refuses an item by which a committee would decide what owners decide together (民法典第二百七十八条).
 * @param matters those of the day
 * @param resolution the matters of the resolution that it carries out, if it names one
 * @throws DomainError `committee.matter-unknown`, `committee.assembly-matter`, `committee.resolution-unfit`
 */
export function requireOwnAffair(
  item: ItemFacts,
  matters: readonly Pick<Matter, 'code' | 'zh' | 'en' | 'article'>[],
  resolution: { readonly matters: readonly string[] } | null,
): void {
  const named = item.matter ?? matterInWords(item);
  const matter = named === null ? undefined : matters.find(({ code }) => code === named);
  if (item.matter !== null && !matter) throw new DomainError('committee.matter-unknown', { matter: item.matter });
  if (item.kind === 'execute') {
    const fits = resolution !== null && (named === null || resolution.matters.includes(named));
    if (!fits) throw new DomainError('committee.resolution-unfit', { item: item.title });
    return;
  }
  if (item.kind === 'decide' && matter) {
    const { zh, en, article } = matter;
    throw new DomainError('committee.assembly-matter', { item: item.title, matter: zh, matterEn: en, article });
  }
}
