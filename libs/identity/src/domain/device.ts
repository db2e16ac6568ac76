const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/DingTalk\//, '钉钉'],
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|UOS|Kylin/, 'Linux'],
];

const named = (words: readonly (readonly [RegExp, string])[], text: string): string[] => {
  const found = words.find(([sign]) => sign.test(text));
  return found ? [found[1]] : [];
};

/** A device in words that its owner knows again, such as "Chrome · Windows"; else the beginning of what it says. */
export function deviceName(userAgent: string): string {
  const parts = [...named(BROWSERS, userAgent), ...named(SYSTEMS, userAgent)];
  return parts.length > 0 ? parts.join(' · ') : userAgent.slice(0, 40);
}
