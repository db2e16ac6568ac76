const targets = {
  C1: '物业服务覆盖 · property service',
  C2: '业主组织覆盖 · owners’ body',
  C3: '业主组织党的组织 · party, owners’ bodies',
  C4: '物业企业党的组织 · party, companies',
  C4A: '物业企业党的组织（按企业）· party, by company',
  C4B: '物业企业党的组织（按小区）· party, by compound',
};

/** A Chinese character is as wide as two Latin ones. */
function width(text) {
  return [...text].reduce(
    (sum, character) =>
      sum + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

function table(rows, align) {
  const widths = align.map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat(widths[column] - width(cell));
      return align[column] === 'right' ? space + cell : cell + space;
    });
    return `  ${cells.join('   ').trimEnd()}`;
  });
}

const count = (number) => Number(number).toLocaleString('en-US');

/**
 * Shows where the product is, how the city stands, and how to sign in to the demo.
 * @param {{ address: string, city?: string | { name: string } | null,
 *   demoSignIns?: { login: string, password: string, role: string }[],
 *   rates?: { code: string, rate: string | null, numerator: number, denominator: number }[] }} ready
 * @param {(text: string) => void} say
 */
export function report({ address, city, rates = [], demoSignIns = [] }, say) {
  const name = typeof city === 'string' ? city : city?.name;
  say(`\n家园 Jiayuan   ${address}${name ? `   ${name}` : ''}`);
  if (rates.length > 0) {
    const rows = rates.map(({ code, rate, numerator, denominator }) => [
      code,
      targets[code] ?? '',
      `${count(numerator)} / ${count(denominator)}`,
      rate === null ? '–' : `${rate}%`,
    ]);
    say(`\n${table([['目标', '', '达标 met', '比率 rate'], ...rows], ['left', 'left', 'right', 'right']).join('\n')}`);
  }
  if (demoSignIns.length > 0) {
    const rows = demoSignIns.map(({ login, password, role }) => [login, password, role]);
    say(`\n演示数据，登录名与口令如下 · demo data, sign in with\n${table(rows, ['left', 'left', 'left']).join('\n')}`);
  }
  say('');
}
