/** The end of this turn of the loop: by then everybody who arrived with it has spoken. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
