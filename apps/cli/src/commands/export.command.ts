import { Command } from 'commander';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';
import { exportCity } from '../export/export-city.js';

/** `export --city CODE DIR`: everything of one city, with hashes. */
export function exportCommand(): Command {
  return new Command('export')
    .description('导出一个城市的全部数据，附哈希清单')
    .argument('<folder>', '空目录')
    .option('--city <code>', '城市代码')
    .option('--json', '输出 JSON')
    .action(async (folder: string, options: { city?: string; json?: boolean }) => {
      await withApplication(async (app) => {
        const city = await cityOf(app, options.city);
        const principal = await operatorOf(app, city);
        const manifest = await exportCity(app, { principal, city, folder });
        const lines = manifest.files.map((file) => `  ${file.name}  ${file.rows} 行  ${file.sha256}`);
        answer({ json: options.json === true }, manifest, [`已导出 ${city.name} 到 ${folder}`, ...lines]);
      });
    });
}
