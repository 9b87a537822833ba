/** A window of the browser, as far as it is used here. */
export type NoticeWindow = {
  readonly url: string;
  readonly focused: boolean;
  navigate(address: string): Promise<unknown>;
  focus(): Promise<unknown>;
};

/** The worker's `clients`. */
export type NoticeClients = {
  matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly NoticeWindow[]>;
  openWindow(address: string): Promise<unknown>;
};

/** Where a message to a device leads: to its entry, and to nowhere outside of the house. */
function addressOfNotice(told: unknown, origin: string): string {
  const inbox = `${origin}/inbox`;
  if (typeof told !== 'string') return inbox;
  const url = URL.canParse(told, origin) ? new URL(told, origin) : null;
  return url?.origin === origin ? url.href : inbox;
}

/**
 * Opens what a message is about: in the window that shows that page already, else in the one that was used last, else in a
 * new one. Where a window cannot be led there a new one opens.
 */
export async function openNotice(told: unknown, origin: string, clients: NoticeClients): Promise<void> {
  const address = addressOfNotice(told, origin);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: false });
  const page = new URL(address).pathname;
  const window =
    windows.find(({ url }) => new URL(url).pathname === page) ??
    windows.find(({ focused }) => focused) ??
    windows[0];
  if (!window) return void (await clients.openWindow(address));
  try {
    // To the front first: a browser lets it come there only for a moment after the tap.
    await window.focus();
    await window.navigate(address);
  } catch (error) {
    console.info('The window cannot be led there.', error);
    await clients.openWindow(address);
  }
}
