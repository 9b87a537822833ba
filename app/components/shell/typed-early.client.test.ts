// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { rememberTyped } from './typed-early.client.ts';

it('says the keys that send once more when somebody is there to hear them, after what was typed', () => {
  // What jsdom lacks.
  vi.stubGlobal('CSS', { escape: (name: string) => name });
  document.body.innerHTML = '<form><textarea name="body"></textarea></form>';
  const field = document.querySelector('textarea');
  const sayTyped = rememberTyped();
  if (field) field.value = '일찍 쓴 글';
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  const heard: string[] = [];
  field?.addEventListener('input', () => heard.push(`typed ${field.value}`));
  field?.addEventListener('keydown', ({ key, ctrlKey }) => heard.push(`${key} ${ctrlKey}`));
  sayTyped();
  expect(heard).toEqual(['typed 일찍 쓴 글', 'Enter true']);
});
