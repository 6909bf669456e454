// Before the browser tests: the bundles are built and Chromium is unpacked, once for all test files.
import { buildBundles } from '../../src/local/build';
import { packedChromium } from '../browser/packed-chromium';

export default async function build(): Promise<void> {
  await buildBundles({ say: (line) => process.stdout.write(`${line}\n`) });
  await packedChromium();
}
