import type { SmsConfig } from '../config/config.js';
import type { Message, MessageChannel } from './message-channel.js';

/** How long a gateway may take, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Hands messages to the city's SMS gateway: `POST {kind, phone, text}` with a bearer token; any 2xx means sent. */
export class SmsChannel implements MessageChannel {
  readonly name = 'sms';

  constructor(private readonly config: SmsConfig) {}

  async send(message: Message): Promise<void> {
    const answer = await fetch(this.config.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.config.token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    // What a gateway answers may repeat the message, so it is not kept.
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  }
}
