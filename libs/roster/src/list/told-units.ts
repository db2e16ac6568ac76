import { compoundsOfRow, rejected, repeated, warned, type CompoundDirectory, type RowIssue } from '#libs/companies';
import { addressKey, addressOf, type UnitAddress } from '../domain/address/unit-address.js';
import { parseFraction, type Fraction } from '../domain/ownership/fraction.js';
import { readStanding, readUse, type AreaSource, type UnitUse } from '../domain/parties/unit-words.js';
import { ownersOfRow, saysDevelopersOwn, type OwnerRow, type ToldOwner } from './told-owners.js';

/** A unit as a list tells it, over one row or several. */
export interface ToldUnit {
  /** The first row. */
  readonly row: number;
  readonly rows: number[];
  readonly compoundId: string;
  readonly address: UnitAddress;
  readonly floor: number | null;
  readonly use: UnitUse | null;
  readonly floorArea: number | null;
  readonly areaSource: AreaSource;
  readonly document: string | null;
  readonly commonShare: Fraction | null;
  readonly standing: 'owned' | 'unsold' | 'undelivered' | null;
  readonly acquiredOn: string | null;
  readonly owners: ToldOwner[];
}

/** What every row of one list shares. */
export interface ListContext {
  readonly listName: string;
  readonly compounds: CompoundDirectory;
  /** The fields for which the file has a column. */
  readonly fields: ReadonlySet<string>;
}

const COMPOUND_FIELDS = ['compoundCode', 'compoundName'];

/** The compound that the name of the list contains; of 和顺苑 and 和顺苑二期 the longer one. */
function compoundOfList({ listName, compounds }: ListContext): string | null {
  const named = compounds.ids
    .map((id) => ({ id, name: compounds.nameOf(id) }))
    .filter(({ name }) => name !== '' && listName.includes(name))
    .sort((one, other) => other.name.length - one.name.length);
  const [first, second] = named;
  return first && first.name.length !== second?.name.length ? first.id : null;
}

function compoundOf(row: OwnerRow, context: ListContext, ofList: string | null, issues: RowIssue[]): string | null {
  if (!COMPOUND_FIELDS.some((field) => context.fields.has(field))) {
    if (ofList === null)
      issues.push(rejected(row.number, 'roster.compound-missing', { params: { list: context.listName } }));
    return ofList;
  }
  const { compoundCode: code, compoundName: name, area, township, village } = row.values;
  const place = [area, township, village].filter((part) => part !== null).join('') || null;
  const found = compoundsOfRow({ row: row.number, compound: { code, name, area: place } }, context.compounds, issues);
  if (found !== null && found.length > 1)
    issues.push(rejected(row.number, 'roster.compound-several', { column: 'compoundName' }));
  return found?.length === 1 ? (found[0] ?? null) : null;
}

const SOURCE_WORDS: readonly (readonly [RegExp, AreaSource])[] = [
  [/登记|产权|证/, 'registration'],
  [/实测|测绘/, 'measured'],
  [/合同|网签|预测/, 'contract'],
];

/** What stands behind the area: what the row says, else what the heading of the column says. */
function areaSourceOf(row: OwnerRow): AreaSource {
  const told = row.values.areaSource ?? row.headingOf('floorArea') ?? '';
  return SOURCE_WORDS.find(([words]) => words.test(told))?.[1] ?? 'list';
}

/** Bare numbers of a column of common shares are percent, as the sum of 100 below them says. */
function commonShareOf(row: OwnerRow, issues: RowIssue[]): Fraction | null {
  const written = row.values.commonShare;
  if (written === null) return null;
  const share = parseFraction(written, 'percent');
  if (share === null)
    issues.push(warned(row.number, 'roster.share-unreadable', { column: 'commonShare', value: written }));
  return share;
}

function toldUnit(row: OwnerRow, compoundId: string, address: UnitAddress, issues: RowIssue[]): ToldUnit {
  const { values } = row;
  const isDevelopers = saysDevelopersOwn(values.owner);
  const standing = isDevelopers ? 'unsold' : readStanding(values.status);
  return {
    row: row.number,
    rows: [row.number],
    compoundId,
    address,
    floor: values.floor,
    use: values.use === null ? null : readUse(values.use),
    floorArea: values.floorArea,
    areaSource: areaSourceOf(row),
    document: values.document,
    commonShare: commonShareOf(row, issues),
    standing,
    acquiredOn: values.acquiredOn,
    owners: [...ownersOfRow(row, standing === 'unsold', issues)],
  };
}

/** Whether two rows mean one owner of one unit: the same name, and numbers that do not differ. */
function isSameOwner(one: ToldOwner, other: ToldOwner): boolean {
  const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  return one.name === other.name && agrees(one.idNumber, other.idNumber);
}

/** Adds the owners of a further row to the unit of an earlier one. */
function addRow(unit: ToldUnit, more: ToldUnit, issues: RowIssue[]): void {
  if (more.floorArea !== null && unit.floorArea !== null && more.floorArea !== unit.floorArea) {
    issues.push(rejected(more.row, 'roster.unit-contradicts', { column: 'floorArea', params: { firstRow: unit.row } }));
    return;
  }
  unit.rows.push(more.row);
  const fresh = more.owners.filter((owner) => !unit.owners.some((known) => isSameOwner(known, owner)));
  if (fresh.length < more.owners.length || more.owners.length === 0) issues.push(repeatedRow(more, unit));
  unit.owners.push(...fresh);
}

function repeatedRow(more: ToldUnit, unit: ToldUnit): RowIssue {
  return more.owners.length === 0
    ? repeated(more.row, unit.row)
    : { ...repeated(more.row, unit.row), code: 'roster.owner-repeated' };
}

/** The units of a list in the order in which they first come, with everything odd about its rows. */
export function toldUnits(rows: readonly OwnerRow[], context: ListContext, issues: RowIssue[]): readonly ToldUnit[] {
  const ofList = compoundOfList(context);
  const units = new Map<string, ToldUnit>();
  for (const row of rows) {
    if (row.rejected) continue;
    const compoundId = compoundOf(row, context, ofList, issues);
    if (compoundId === null) continue;
    const { building, stairway, room, address: whole } = row.values;
    const address = addressOf({ building, stairway, room, address: whole });
    if (address === null) {
      issues.push(rejected(row.number, 'roster.address-missing', { column: 'room' }));
      continue;
    }
    const told = toldUnit(row, compoundId, address, issues);
    const key = `${compoundId}|${addressKey(address)}`;
    const known = units.get(key);
    if (known) addRow(known, told, issues);
    else units.set(key, told);
  }
  return [...units.values()];
}
