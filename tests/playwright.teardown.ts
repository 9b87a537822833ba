import fs from 'node:fs';

/** The demo world of this run goes with it, as far as its server, which is still ending, lets go of it. */
export default function removeData(): void {
  if (!process.env.E2E_DATA_DIR) return;
  try {
    fs.rmSync(process.env.E2E_DATA_DIR, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.info('What the server still held stays in the folder for temporary files.', error);
  }
}
