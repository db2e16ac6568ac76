/** A phone as screens and the audit log may show it: the first three and the last four digits, 138****1234. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
