import type { Message, MessageChannel } from './message-channel.js';

/** Prints messages where the server was started: for demo cities, whose people and phones are made up. */
export class PrintedChannel implements MessageChannel {
  readonly name = 'printed';

  send({ phone, text }: Message): Promise<void> {
    process.stdout.write(`演示短信 demo message → ${phone}：${text}\n`);
    return Promise.resolve();
  }
}
