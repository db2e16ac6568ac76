/** Finds any mobile number in a text; the digits of a hash or of an identifier are none. */
export const MOBILE_NUMBER = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/;
