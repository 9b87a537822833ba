import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { inPath, install, mayInstall } from './debian.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]
      : [];
  }),
];

/** A Chromium that is already here: CHROMIUM_PATH, the system's, or the one that Playwright downloaded. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  for (const name of names) {
    const found = inPath(name);
    if (found) return found;
  }
  return [...places, chromium.executablePath()].find((place) => place !== '' && fs.existsSync(place));
}

/**
 * The same, installing Debian's or downloading Playwright's when none is here.
 * @throws an Error with one sentence that says what to do
 */
export function getChromium(): string {
  const here = findChromium();
  if (here) return here;
  if (mayInstall()) install('chromium');
  else {
    console.info('Downloading a Chromium for the browser tests ...');
    const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
    spawnSync(process.execPath, args, { stdio: 'inherit', timeout: 600_000 });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need a Chromium: install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
}

/** Without a font for Korean and Chinese every label is a row of boxes. */
export function ensureFonts(): void {
  if (process.platform !== 'linux') return;
  const { stdout, status } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  if (status === 0 && stdout.trim() !== '') return;
  if (mayInstall()) install('fontconfig', 'fonts-noto-cjk');
  else
    console.info(
      'No Korean or Chinese font is here: map labels and screenshots will show boxes (Debian: fonts-noto-cjk).',
    );
}
