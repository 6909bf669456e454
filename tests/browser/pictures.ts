// Pictures for the user guide, taken by the journeys when VARNA_PICTURES is 1: `VARNA_PICTURES=1 npm test -- tests/browser/journeys`.
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const folder = path.resolve(__dirname, '../../docs/bilder');

export async function picture(of: Locator | Page, name: string): Promise<void> {
  if (process.env['VARNA_PICTURES'] === '1') await of.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
