import { createStore, del, get, set } from 'idb-keyval';
import { z } from 'zod';
import type { ReportValues } from './report-values.ts';

const kept = z.record(z.string(), z.array(z.string()));

/** The report that this account began on this device. */
export function readReportDraft(accountId: string): ReportValues | null {
  try {
    const parsed = kept.safeParse(JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return null;
  }
}

/** Keeps it, so that it survives a reload; null forgets it. Whether the browser did so. */
export function keepReportDraft(accountId: string, values: ReportValues | null): boolean {
  try {
    if (values) localStorage.setItem(keyOf(accountId), JSON.stringify(values));
    else localStorage.removeItem(keyOf(accountId));
    return true;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return false;
  }
}

const photoStore = () => createStore('tideline-report-draft', 'photos');

/** The photos of that report that have not reached the server. */
export async function readDraftPhotos(accountId: string): Promise<File[]> {
  try {
    const photos = (await get<Blob[]>(accountId, photoStore())) ?? [];
    return photos.map((photo) => new File([photo], 'photo', { type: photo.type }));
  } catch (error) {
    console.info('The browser keeps no photos.', error);
    return [];
  }
}

/** Keeps them; none forgets them. */
export async function keepDraftPhotos(accountId: string, photos: readonly Blob[]): Promise<void> {
  try {
    if (photos.length > 0) await set(accountId, [...photos], photoStore());
    else await del(accountId, photoStore());
  } catch (error) {
    console.info('The browser keeps no photos.', error);
  }
}

function keyOf(accountId: string): string {
  return `tideline.report.${accountId}`;
}
