import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { word } from './words.ts';

/** Somebody who reads Korean opens a topic; the address of its page, which is there. */
export async function openTopic(page: Page, title: string): Promise<string> {
  await page.goto('/threads/new');
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=body]').fill('같은 양식을 쓰면 어떻겠습니까?');
  await page.getByRole('button', { name: word('ko', 'thread', 'topic.open') }).click();
  await expect(page).toHaveURL(/\/threads\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

/** Where one writes a post. */
export function bodyOf(page: Page): Locator {
  return page.locator('textarea[name=body]');
}
