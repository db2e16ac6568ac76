import { DomainError, type Day } from '#libs/kernel';

/** The little that a plan needs to know of an area. */
export interface PlacedArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly openedOn: Day | null;
}

export interface AreaChangeInput {
  readonly kind: 'split' | 'merge' | 'rename';
  readonly to: readonly { readonly code: string; readonly name: string }[];
  readonly on: Day;
  readonly assign: readonly { readonly code: string; readonly to: string }[];
}

/** An area that opens on the day, and the old one that it continues, if it continues one. */
export interface OpenedArea {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly path: string;
  readonly parentPath: string;
  readonly continues: string | null;
}

export interface AreaChangePlan {
  readonly closes: readonly PlacedArea[];
  readonly opens: readonly OpenedArea[];
  /** Where compounds of each closed area go: the path of the area that takes them. */
  readonly moves: ReadonlyMap<string, string>;
}

function refuse(zh: string, en: string): never {
  throw new DomainError('area.change-refused', { reason: { zh, en } });
}

function refuseUnassigned({ name, code }: PlacedArea): never {
  refuse(
    `请在 assign 中指明 ${name}（${code}）归入哪个新区划`,
    `say in \`assign\` which new area takes ${name} (${code})`,
  );
}

function checkShape(input: AreaChangeInput, from: readonly PlacedArea[]): void {
  if (input.kind === 'merge' && (from.length < 2 || input.to.length !== 1))
    refuse('合并需要至少两个原区划和一个新区划', 'a merge takes two old areas or more and one new one');
  if (input.kind === 'split' && (from.length !== 1 || input.to.length < 2))
    refuse('拆分需要一个原区划和至少两个新区划', 'a split takes one old area and two new ones or more');
  if (input.kind === 'rename' && (from.length !== 1 || input.to.length !== 1))
    refuse('更名需要一个原区划和一个新区划', 'a renaming takes one old area and one new one');
  if (from.some((area) => area.parentId === null)) refuse('城市本身不能调整', 'the city itself cannot be changed');
  if (new Set(from.map((area) => area.parentId)).size > 1)
    refuse('原区划必须属于同一个上级', 'the old areas must have the same parent');
  if (new Set(from.map((area) => area.level)).size > 1)
    refuse('原区划必须是同一级别', 'the old areas must be of the same level');
  const late = from.find((area) => area.openedOn !== null && area.openedOn >= input.on);
  if (late) refuse(`${late.name} 在 ${input.on} 尚未设立`, `${late.name} was not open yet on ${input.on}`);
}

/**
 * Plans a split, merge or renaming: the old areas and all below them close on the day, successors open on it, so that
 * reports of any earlier day still find the tree as it was.
 * @param from the areas that end; @param below every open area under them
 * @throws DomainError `area.change-refused`
 */
export function planAreaChange(
  input: AreaChangeInput,
  from: readonly PlacedArea[],
  below: readonly PlacedArea[],
): AreaChangePlan {
  checkShape(input, from);
  const first = from[0] as PlacedArea;
  const parentPath = first.path.slice(0, first.path.length - first.code.length - 1);
  const opens: OpenedArea[] = input.to.map((area) => ({
    ...area,
    level: first.level,
    path: `${parentPath}${area.code}/`,
    parentPath,
    continues: input.to.length === 1 ? first.id : null,
  }));
  const target = new Map(opens.map((area) => [area.code, area.path]));
  const only = input.to.length === 1 ? (opens[0] as OpenedArea).path : null;
  const moves = new Map<string, string>(from.map((area) => [area.id, only ?? parentPath]));
  const assigned = new Map(input.assign.map((each) => [each.code, each.to]));
  for (const area of [...below].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const above = below.find((other) => other.id === area.parentId);
    const newParent = above ? (moves.get(above.id) as string) : (only ?? target.get(assigned.get(area.code) ?? ''));
    if (!newParent) refuseUnassigned(area);
    const path = `${newParent}${area.code}/`;
    opens.push({
      code: area.code,
      name: area.name,
      level: area.level,
      path,
      parentPath: newParent,
      continues: area.id,
    });
    moves.set(area.id, path);
  }
  return { closes: [...from, ...below], opens, moves };
}

/** The paths under which a closed area goes on: itself, what it merged into, or all the parts of a split. */
export function successorsOf(plan: AreaChangePlan, closed: Pick<PlacedArea, 'id' | 'level'>): readonly string[] {
  const itself = plan.opens.find((area) => area.continues === closed.id);
  const target = itself?.path ?? plan.moves.get(closed.id);
  if (plan.opens.some((area) => area.path === target)) return [target as string];
  return plan.opens.filter((area) => area.continues === null && area.level === closed.level).map(({ path }) => path);
}
