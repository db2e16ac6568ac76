import { defineErrors } from '#libs/platform';

export const cliErrors = defineErrors({
  'cli.city-required': {
    kind: 'invalid',
    zh: '本系统有多个城市（{cities}），请用 --city 指明是哪一个。',
    en: 'There are several cities here ({cities}); name one with --city.',
  },
  'cli.no-city': {
    kind: 'not-found',
    zh: '本系统还没有城市。请先执行 city create CODE --name 名称 --areas 区划.csv。',
    en: 'There is no city yet. Run city create CODE --name NAME --areas FILE.csv first.',
  },
  'cli.file-unreadable': {
    kind: 'invalid',
    zh: '读不到文件 {path}（{reason}）。请检查路径和权限。',
    en: 'Cannot read the file {path} ({reason}). Check its path and permissions.',
  },
  'cli.export-not-empty': {
    kind: 'conflict',
    zh: '目录 {path} 不是空的，没有写入任何内容。请换一个空目录。',
    en: 'The folder {path} is not empty; nothing was written. Choose an empty one.',
  },
});
