import { describe, expect, it } from '@jest/globals';
import { RowKeys } from './row-key.js';

function keys(
  ...rows: [code: string | null, name: string, address: string | null][]
): (readonly [string, number | null])[] {
  const found = new RowKeys();
  return rows.map(([code, name, address], index) => {
    const { key, sameAs } = found.keyOf({ number: index + 2, code, name, address });
    return [key, sameAs];
  });
}

describe('keys of the rows of a list', () => {
  it('its own code comes before name and address', () => {
    expect(keys(['A1', '凤鸣小区', '太行路'], ['A1', '凤鸣花园', '泽州路'])).toEqual([
      ['c:a1', null],
      ['c:a1', 2],
    ]);
  });

  it('name and address together, whatever their blanks and width', () => {
    const found = keys(
      [null, '凤鸣小区', '太行路1号'],
      [null, '凤鸣 小区', '太行路１号'],
      [null, '凤鸣小区', '太行路2号'],
    );
    expect(found.map(([, sameAs]) => sameAs)).toEqual([null, 2, null]);
  });

  it('namesakes without an address stay apart, and are found again in the same order', () => {
    const rows: [string | null, string, string | null][] = [
      [null, '家属院', null],
      [null, '家属院', null],
      [null, '家属院', null],
    ];
    expect(keys(...rows).map(([key]) => key)).toEqual(['n:家属院|', 'n:家属院|#2', 'n:家属院|#3']);
    expect(keys(...rows)).toEqual(keys(...rows));
  });
});
