import { turn } from './turn.js';

/**
 * One read per key is under way at a time; whoever asks meanwhile shares the next one. So a crowd costs two reads, and
 * nobody is answered by a read that began before they asked: what they have seen committed, they find.
 */
export class SharedReads<Key, Value> {
  private readonly underWay = new Map<Key, Promise<void>>();
  private readonly next = new Map<Key, Promise<Value>>();

  constructor(private readonly read: (key: Key) => Promise<Value>) {}

  of(key: Key): Promise<Value> {
    const shared = this.next.get(key);
    if (shared) return shared;
    const before = this.underWay.get(key);
    if (!before) return this.begin(key);
    const next = before.then(() => {
      this.next.delete(key);
      return this.begin(key);
    });
    this.next.set(key, next);
    return next;
  }

  private begin(key: Key): Promise<Value> {
    const value = this.read(key);
    // The next one begins a turn later, so that whoever arrives with this one's answer shares it.
    const over = (): Promise<void> => turn().then(() => void this.underWay.delete(key));
    // A read that fails is told to those who asked for it, and the next one begins all the same.
    this.underWay.set(key, value.then(over, over));
    return value;
  }
}
