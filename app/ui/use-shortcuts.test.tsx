// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShortcuts } from './use-shortcuts.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
// why: jsdom lays nothing out, so nothing has a place or can be scrolled to.
Element.prototype.scrollIntoView = vi.fn<() => void>();
vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(() =>
  Object.assign([new DOMRect()], { item: () => null }),
);

const onNew = vi.fn<() => void>();
const onHelp = vi.fn<() => void>();
const onSearch = vi.fn<() => void>();
let root: Root;

function Page() {
  useShortcuts({ onNew, onHelp, onSearch });
  return (
    <main>
      <input data-search="" aria-label="search" />
      <ul data-rove="">
        {['one', 'two', 'three'].map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{name}</a>
          </li>
        ))}
      </ul>
      <div role="dialog">
        <button type="button">inside</button>
      </div>
    </main>
  );
}

beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<Page />));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  onNew.mockReset();
  onHelp.mockReset();
});

function press(key: string, options: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
  });
}

const focused = () => document.activeElement?.textContent;

it('moves up and down in the list and stays at its ends', () => {
  press('j');
  expect(focused()).toBe('one');
  press('j');
  press('j');
  press('j');
  expect(focused()).toBe('three');
  press('k');
  expect(focused()).toBe('two');
});

it('knows the keys by their place when a Korean keyboard is on', () => {
  press('ㅓ', { code: 'KeyJ' });
  expect(focused()).toBe('one');
  press('ㅜ', { code: 'KeyN' });
  expect(onNew).toHaveBeenCalledOnce();
});

it('goes to the search, and leaves alone who writes there', () => {
  press('/');
  expect(document.activeElement?.matches('[data-search]')).toBe(true);
  press('n');
  press('?');
  expect(onNew).not.toHaveBeenCalled();
  expect(onHelp).not.toHaveBeenCalled();
});

it('leaves alone who is in a dialog', () => {
  document.querySelector<HTMLElement>('[role=dialog] button')?.focus();
  press('n');
  expect(onNew).not.toHaveBeenCalled();
});

it('leaves the browser its own keys', () => {
  press('n', { ctrlKey: true });
  press('j', { metaKey: true });
  expect(onNew).not.toHaveBeenCalled();
  expect(focused()).not.toBe('one');
});

it('explains with the question mark', () => {
  press('?', { code: 'Slash', shiftKey: true });
  expect(onHelp).toHaveBeenCalledOnce();
});

it('never fires during composition', () => {
  press('n', { isComposing: true });
  expect(onNew).not.toHaveBeenCalled();
});
