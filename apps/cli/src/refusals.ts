import type { ErrorCatalogue } from '#libs/kernel';

/** The refusals of the command line itself, readable without a server. */
export const CLI_REFUSALS = {
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
  'cli.owner-required': {
    kind: 'invalid',
    zh: '缺少 DATABASE_OWNER_URL，没有更新任何内容。请给出数据表所有者的数据库地址。',
    en: 'DATABASE_OWNER_URL is missing and nothing was migrated. Give the address with the role that owns the tables.',
  },
  'cli.usage': {
    kind: 'invalid',
    zh: '命令用法有误（{reason}）。请加 --help 查看用法。',
    en: 'The command is used wrongly ({reason}). Add --help to see its usage.',
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
  'cli.file-not-json': {
    kind: 'invalid',
    zh: '文件 {path} 不是 JSON（{reason}）。请检查是否拿错了文件，或下载不完整。',
    en: 'The file {path} is no JSON ({reason}). Check that it is the right file, and whole.',
  },
} as const satisfies ErrorCatalogue;
