/** An address as owners write it: 1号楼2单元301. */
export function shownAddress(unit: {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
}): string {
  const building = unit.building === null ? '' : `${unit.building}${/\d$/.test(unit.building) ? '号楼' : ''}`;
  const stairway = unit.stairway === null ? '' : `${unit.stairway}单元`;
  return `${building}${stairway}${unit.room}`;
}
