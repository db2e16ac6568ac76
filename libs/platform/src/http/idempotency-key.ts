const KEY = /^[\x21-\x7e]{8,100}$/;

/** Whether a header can be the key under which a request is sent, however often: 8 to 100 visible ASCII signs. */
export function isIdempotencyKey(key: string | undefined): key is string {
  return key !== undefined && KEY.test(key);
}
