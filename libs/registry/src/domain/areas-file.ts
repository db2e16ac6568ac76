import { canonicalAreaCode, DomainError } from '#libs/kernel';

/** One line of an areas file (columns level, code, name, parent_code), with its line number for messages. */
export interface AreaLine {
  readonly line: number;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
}

/** An area as the file tells it, parents before children. */
export interface AreaPlan {
  readonly code: string;
  readonly name: string;
  readonly level: 'city' | 'county' | 'township' | 'village' | 'grid';
  readonly parentCode: string | null;
  readonly path: string;
}

const ORDER = ['city', 'county', 'township', 'village', 'grid'] as const;

function refuse(line: number, zh: string, en: string): never {
  throw new DomainError('area.file-refused', { line, reason: { zh, en } });
}

function isLevel(level: string): level is AreaPlan['level'] {
  return (ORDER as readonly string[]).includes(level);
}

interface Unplaced extends Omit<AreaPlan, 'path'> {
  readonly line: number;
}

function readLine(line: AreaLine, cityCode: string): Unplaced {
  const level = line.level.trim();
  if (!isLevel(level)) unknownLevel(line);
  const code = canonicalAreaCode(line.code.trim()) ?? noCode(line.line, line.code);
  const name = line.name.trim();
  if (name === '') refuse(line.line, '名称为空', 'the name is empty');
  if (level === 'city') {
    if (code !== cityCode) otherCity(line.line, code, cityCode);
    return { line: line.line, code, name, level, parentCode: null };
  }
  const parentCode = canonicalAreaCode(line.parentCode.trim()) ?? noCode(line.line, line.parentCode);
  return { line: line.line, code, name, level, parentCode };
}

function unknownLevel({ line, level }: AreaLine): never {
  const known = ['province', ...ORDER];
  refuse(
    line,
    `级别“${level}”不认识，应为 ${known.join('、')} 之一`,
    `the level "${level}" is none of ${known.join(', ')}`,
  );
}

function noCode(line: number, text: string): never {
  refuse(line, `“${text}”不是区划代码（2、4、6、9 或 12 位）`, `"${text}" is no area code (2, 4, 6, 9 or 12 digits)`);
}

function otherCity(line: number, code: string, cityCode: string): never {
  refuse(
    line,
    `城市行的代码是 ${code}，与要建立的城市 ${cityCode} 不同`,
    `the row of the city has the code ${code}, and the city to be made is ${cityCode}`,
  );
}

/**
 * Checks an areas file and orders it from the city downwards; rows may come in any order, provinces are ignored.
 * @throws DomainError `area.file-refused` with the line: unknown level, bad code, code twice, missing parent or city
 */
export function planAreas(cityCode: string, lines: readonly AreaLine[]): readonly AreaPlan[] {
  const read = lines.filter((line) => line.level.trim() !== 'province').map((line) => readLine(line, cityCode));
  const byCode = new Map<string, Unplaced>();
  for (const area of read) {
    const twin = byCode.get(area.code);
    if (twin) {
      const { code } = area;
      refuse(
        area.line,
        `代码 ${code} 与第 ${twin.line} 行重复`,
        `the code ${code} stands on line ${twin.line} already`,
      );
    }
    byCode.set(area.code, area);
  }
  if (!byCode.has(cityCode)) {
    refuse(1, `没有代码为 ${cityCode} 的城市行`, `there is no row of the level city with the code ${cityCode}`);
  }
  const paths = new Map<string, string>([[cityCode, `${cityCode}/`]]);
  const pathOf = (area: Unplaced): string => {
    const known = paths.get(area.code);
    if (known) return known;
    const parent = byCode.get(area.parentCode ?? '');
    if (!parent) {
      const { parentCode } = area;
      refuse(area.line, `上级 ${parentCode} 不在文件中`, `the parent ${parentCode} is not in the file`);
    }
    if (ORDER.indexOf(parent.level) >= ORDER.indexOf(area.level)) {
      refuse(
        area.line,
        `上级 ${parent.code}（${parent.level}）不比本级（${area.level}）更高`,
        `the parent ${parent.code} (${parent.level}) is not above this level (${area.level})`,
      );
    }
    const path = `${pathOf(parent)}${area.code}/`;
    paths.set(area.code, path);
    return path;
  };
  return read
    .map((area) => ({
      code: area.code,
      name: area.name,
      level: area.level,
      parentCode: area.parentCode,
      path: pathOf(area),
    }))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || (a.path < b.path ? -1 : 1));
}
