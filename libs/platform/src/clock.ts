import { Injectable } from '@nestjs/common';
import { dayInShanghai, type Day } from '#libs/kernel';

/** The only source of the current moment; tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Asia/Shanghai, the calendar of every deadline. */
  today(): Day {
    return dayInShanghai(this.now());
  }
}
