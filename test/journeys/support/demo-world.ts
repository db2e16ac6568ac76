import { DEMO_PASSWORD } from '#libs/schema';
import type { OpenBrowser, PageSize } from '../../support/browser/open-browser.js';
import type { Installation } from './installation.js';
import { signIn, visit, type Visitor } from './visitor.js';

/** The demo city as it runs, and the browser in which it is visited. */
export interface DemoWorld {
  readonly installation: Installation;
  readonly browser: OpenBrowser;
}

/** Comes to the demo city as its administrator. */
export async function asAdministrator({ installation, browser }: DemoWorld, size?: PageSize): Promise<Visitor> {
  const visitor = await visit(browser, installation, size);
  await signIn(visitor, { login: 'shi', password: DEMO_PASSWORD });
  return visitor;
}
