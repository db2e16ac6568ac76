/** A message in the clear, on its way out. */
export interface Message {
  readonly kind: string;
  readonly phone: string;
  readonly text: string;
}

/** A way on which messages leave the installation; throws when this time it did not work. */
export interface MessageChannel {
  readonly name: string;
  send(message: Message): Promise<void>;
}
