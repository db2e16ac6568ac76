import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { languageOf, MessageDispatcher, problemOf, readConfig } from '#libs/platform';
import { RetentionJob } from '#libs/retention';
import { DemoCity, prepareDatabase } from '#libs/schema';
import { createApp } from './create-app.js';
import { startReport } from './start-report.js';

/** What the starting script is told over IPC; without a parent the same text goes to the log. */
function tell(message: { type: string } & Record<string, unknown>): void {
  if (process.send) process.send(message);
  else if (typeof message.text === 'string') console.log(message.text);
}

async function main(): Promise<void> {
  let stop = (): void => process.exit(1);
  // A starting script that was killed stops nobody any more, and this process would keep its port for ever.
  for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, () => stop());
  const config = readConfig(process.env);
  const applied = await prepareDatabase(config);
  if (applied.length > 0) tell({ type: 'progress', text: `数据库已更新（${applied.length} 项迁移）` });
  const app = await createApp(config, new ConsoleLogger({ logLevels: ['error', 'warn'], prefix: '家园' }), {
    docs: true,
  });
  await app.init();
  await app.get(DemoCity).loadIntoEmpty(config, (text) => tell({ type: 'progress', text }));
  await app.listen({ port: config.port, host: config.host });
  app.get(MessageDispatcher).start();
  app.get(RetentionJob).start();
  stop = () => void app.close().then(() => process.exit(0));
  tell({ type: 'ready', address: await app.getUrl(), ...(await startReport(app)) });
}

main().catch((error: unknown) => {
  const problem = problemOf(error, languageOf(process.env.LANG));
  const text = problem.code === 'internal.unexpected' ? String((error as Error).stack ?? error) : problem.detail;
  console.error(text);
  tell({ type: 'failed', code: problem.code, text });
  process.exit(1);
});
