/** Endings that computers and people put behind a copied or mended file's name, one after another. */
const COPY_ENDINGS = [
  /[\s_-]*[（(]\d{1,3}[)）]$/,
  /[\s_-]*(?:副本|复件|拷贝|copy|copie)(?:\s*\d{1,3})?$/i,
  /[\s_-]*(?:待修改|已修改|修改后|错误行|errors)$/i,
];
const EXTENSION = /\.[a-z0-9]{1,5}$/i;

/** The identity of a list by its file's name: "小区台账 (1) - 副本.xlsx" is the list "小区台账". */
export function listNameOf(fileName: string): string {
  const base = (fileName.split(/[\\/]/).pop() ?? fileName).replace(EXTENSION, '').trim();
  let name = base;
  for (let before = ''; before !== name;) {
    before = name;
    for (const ending of COPY_ENDINGS) name = name.replace(ending, '').trim();
  }
  return name === '' ? base : name;
}
