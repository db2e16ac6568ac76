import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import type { City } from '../database/city.entity.js';
import type { MessageChannel } from './message-channel.js';
import { PrintedChannel } from './printed-channel.js';
import { SmsChannel } from './sms-channel.js';

/** Which way the messages of a city go. */
@Injectable()
export class MessageChannels {
  private readonly printed = new PrintedChannel();
  private readonly sms: SmsChannel | null;

  constructor(@Inject(CONFIG) config: Config) {
    this.sms = config.sms && new SmsChannel(config.sms);
  }

  /** A demo city never leaves the machine, even with a gateway; a real one has none but the gateway. */
  of(city: Pick<City, 'isDemo'>): MessageChannel | null {
    return city.isDemo ? this.printed : this.sms;
  }
}
