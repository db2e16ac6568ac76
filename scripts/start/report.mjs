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

function showRates(rates, say) {
  const rows = rates.map(({ code, rate, numerator, denominator }) => [
    code,
    targets[code] ?? '',
    `${count(numerator)} / ${count(denominator)}`,
    rate === null ? '–' : `${rate}%`,
  ]);
  say(table([['目标', '', '达标 met', '比率 rate'], ...rows], ['left', 'left', 'right', 'right']).join('\n'));
}

/**
 * Shows where the product is, how each city stands, and how to sign in to the demo.
 * @param {{ address: string,
 *   rates?: { city?: string, code: string, rate: string | null, numerator: number, denominator: number }[],
 *   demoSignIns?: { login: string, password: string, role: string, name?: string }[],
 *   demoOwner?: string | null }} ready
 * @param {(text: string) => void} say
 */
export function report({ address, rates = [], demoSignIns = [], demoOwner = null }, say) {
  say(`\n家园 Jiayuan   ${address}`);
  for (const city of new Set(rates.map((rate) => rate.city))) {
    say(`\n${city ?? ''}${demoSignIns.length > 0 ? '（演示数据 · demo data）' : ''}`);
    showRates(
      rates.filter((rate) => rate.city === city),
      say,
    );
  }
  if (demoSignIns.length > 0) {
    const rows = demoSignIns.map(({ login, password, role, name = '' }) => [login, password, name, role]);
    const heads = [['登录名 login', '口令 password', '', '']];
    say(`\n${table([...heads, ...rows], ['left', 'left', 'left', 'left']).join('\n')}`);
  }
  if (demoOwner) say(`\n  ${demoOwner}   演示业主，手机登录 · a demo owner, by phone   ${address}/owner`);
  say('');
}
