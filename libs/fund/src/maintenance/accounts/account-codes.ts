import type { NewAccount } from '#libs/ledger';
import type { CompoundHome } from '#libs/roster';

const HOMES = '2501';
/** What no level of a code may hold. */
const UNFIT = /[\s\p{C}/?#%:]+/gu;

const buildingOf = ({ building }: Pick<CompoundHome, 'building'>): string =>
  building === null ? '不分幢' : building.replaceAll(UNFIT, '-').slice(0, 40);

/** The code of a home's account: under its building, and of its own id, since addresses are corrected now and then. */
export function homeCode(home: Pick<CompoundHome, 'building' | 'unitId'>): string {
  return `${HOMES}:${buildingOf(home)}:${home.unitId}`;
}

/** 幢—户: the accounts that a home needs. What it holds is owed to it, so the floor that it keeps is a ceiling. */
export function accountsOfHome(home: CompoundHome): readonly NewAccount[] {
  const { address, building } = home;
  const above = { code: `${HOMES}:${buildingOf(home)}`, name: `${building ?? '不分'}幢`, isPostable: false };
  return [above, { code: homeCode(home), name: address, most: '0' }];
}
