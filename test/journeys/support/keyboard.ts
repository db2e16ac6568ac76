import type { Page } from 'playwright-core';

/** No page asks for more steps than this to reach anything on it. */
const PATIENT_STEPS = 120;

interface Focused {
  readonly isWanted: boolean;
  readonly isSeen: boolean;
}

function focused(page: Page, selector: string): Promise<Focused> {
  return page.evaluate((wanted) => {
    const element = document.activeElement;
    if (!element) return { isWanted: false, isSeen: false };
    const shows = (each: Element | null): boolean => each !== null && getComputedStyle(each).outlineStyle !== 'none';
    // A field shows its focus on the frame around it.
    const frame = element.closest('.field, .el-input__wrapper');
    const isFramed = frame !== null && (shows(frame) || getComputedStyle(frame).boxShadow !== 'none');
    return { isWanted: element.matches(wanted), isSeen: shows(element) || isFramed };
  }, selector);
}

/**
 * Steps with Tab (or Shift+Tab) until something has the focus, as somebody without a mouse does.
 * @throws Error when it cannot be reached, or when its focus cannot be seen
 */
export async function reach(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  for (let steps = 0; steps <= PATIENT_STEPS; steps += 1) {
    const { isWanted, isSeen } = await focused(page, selector);
    if (isWanted && !isSeen) throw new Error(`the focus on ${selector} cannot be seen`);
    if (isWanted) return steps;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} cannot be reached with the keyboard`);
}
