// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useEnterKey } from './use-enter-key.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

type Options = Omit<Parameters<typeof useEnterKey>[0], 'onSend'>;

const sent = vi.fn<(value: string) => void>();
let root: Root;
let field: HTMLTextAreaElement;

function Letter(options: Options) {
  const [value, setValue] = useState('');
  const { handlers } = useEnterKey({ isTouch: false, ...options, onSend: sent });
  return <textarea {...handlers} value={value} onChange={(event) => setValue(event.target.value)} />;
}

function open(options: Options) {
  act(() => root.render(<Letter {...options} />));
  const found = document.querySelector('textarea');
  if (!found) throw new Error('no field');
  field = found;
}

beforeEach(() => {
  const box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
});

afterEach(async () => {
  act(() => root.unmount());
  document.body.replaceChildren();
  await pause(0);
  sent.mockReset();
});

const pause = (milliseconds: number) =>
  act(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));

/** Sets the field as typing does, so that React hears of it. */
function write(value: string) {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

function key(type: 'keydown' | 'keyup', options: KeyboardEventInit = {}): boolean {
  let goesOn = true;
  act(() => {
    goesOn = field.dispatchEvent(
      new KeyboardEvent(type, {
        key: 'Enter',
        code: 'Enter',
        keyCode: 13,
        bubbles: true,
        cancelable: true,
        ...options,
      }),
    );
  });
  return goesOn;
}

function composition(type: 'compositionstart' | 'compositionupdate' | 'compositionend', data = '') {
  act(() => {
    field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
  });
}

function compose(data: string) {
  composition('compositionstart');
  composition('compositionupdate', data);
}

const inComposition = { key: 'Process', keyCode: 229, isComposing: true };

describe('a letter, Ctrl + Enter sends', () => {
  it('leaves Enter to the new line', () => {
    open({});
    write('안녕하십니까');
    expect(key('keydown')).toBe(true);
    expect(sent).not.toHaveBeenCalled();
  });

  it('sends with Ctrl or Cmd', () => {
    open({});
    write('안녕하십니까');
    expect(key('keydown', { ctrlKey: true })).toBe(false);
    key('keyup', { ctrlKey: true });
    key('keydown', { metaKey: true });
    expect(sent.mock.calls).toEqual([['안녕하십니까'], ['안녕하십니까']]);
  });

  it('sends the whole last syllable when Ctrl + Enter ends a Hangul composition', async () => {
    open({});
    write('보고합니');
    compose('다');
    key('keydown', { ...inComposition, ctrlKey: true });
    expect(sent).not.toHaveBeenCalled();
    write('보고합니다');
    composition('compositionend', '다');
    await pause(5);
    expect(sent.mock.calls).toEqual([['보고합니다']]);
  });

  it('never sends from a Chinese composition', async () => {
    open({});
    compose('shang bao');
    key('keydown', { ...inComposition, ctrlKey: true });
    composition('compositionend', '上报');
    await pause(5);
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('Enter sends', () => {
  it('sends once for one press, however long it is held', () => {
    open({ mode: 'enter' });
    write('上报');
    expect(key('keydown')).toBe(false);
    expect(key('keydown', { repeat: true })).toBe(false);
    key('keyup');
    expect(sent.mock.calls).toEqual([['上报']]);
  });

  it('leaves Shift + Enter to the new line', () => {
    open({ mode: 'enter' });
    expect(key('keydown', { shiftKey: true })).toBe(true);
    expect(sent).not.toHaveBeenCalled();
  });

  it('leaves Enter to the new line on a touch screen', () => {
    open({ mode: 'enter', isTouch: true });
    expect(key('keydown')).toBe(true);
    expect(sent).not.toHaveBeenCalled();
  });

  it('sends a field of one line on a touch screen, too', () => {
    open({ lines: 'one', isTouch: true });
    write('태안');
    key('keydown');
    expect(sent.mock.calls).toEqual([['태안']]);
  });

  it('sends once from Hangul when the browser tells of the key during and after the composition', async () => {
    open({ mode: 'enter' });
    write('확인했습니');
    compose('다');
    key('keydown', inComposition);
    write('확인했습니다');
    composition('compositionend', '다');
    expect(key('keydown')).toBe(false);
    await pause(5);
    key('keyup');
    expect(sent.mock.calls).toEqual([['확인했습니다']]);
  });

  it('sends once from Hangul when the browser tells of the key only during the composition', async () => {
    open({ mode: 'enter' });
    compose('네');
    key('keydown', inComposition);
    write('네');
    composition('compositionend', '네');
    await pause(5);
    key('keyup');
    expect(sent.mock.calls).toEqual([['네']]);
  });

  it('sends once from Hangul in the order of Safari, the key after the composition', async () => {
    open({ mode: 'enter' });
    compose('네');
    write('네');
    composition('compositionend', '네');
    key('keydown', { keyCode: 229 });
    await pause(5);
    key('keyup');
    expect(sent.mock.calls).toEqual([['네']]);
  });

  it('sends again with the next press', async () => {
    open({ mode: 'enter' });
    compose('네');
    key('keydown', inComposition);
    write('네');
    composition('compositionend', '네');
    await pause(5);
    key('keyup');
    write('감사합니다');
    key('keydown');
    await pause(5);
    expect(sent.mock.calls).toEqual([['네'], ['감사합니다']]);
  });

  it.each([
    ['Chinese, candidate shown as pinyin', 'qing dao', '青岛'],
    ['Chinese, candidate shown as characters', '青岛', '青岛'],
    ['Japanese', 'あおしま', '青島'],
    ['Chinese, raw letters kept', 'ok', 'ok'],
  ])('never sends from %s', async (_, composed, chosen) => {
    open({ mode: 'enter' });
    compose(composed);
    key('keydown', inComposition);
    write(chosen);
    composition('compositionend', chosen);
    await pause(5);
    key('keyup');
    expect(sent).not.toHaveBeenCalled();
  });

  it('never sends from Chinese in the order of Safari', async () => {
    open({ mode: 'enter' });
    compose('qing dao');
    write('qing dao');
    composition('compositionend', 'qingdao');
    key('keydown', { keyCode: 229 });
    await pause(5);
    expect(sent).not.toHaveBeenCalled();
  });

  it('never sends when the key follows the end of a Chinese composition within milliseconds', async () => {
    open({ mode: 'enter' });
    compose('青岛');
    write('青岛');
    composition('compositionend', '青岛');
    expect(key('keydown')).toBe(false);
    await pause(5);
    expect(sent).not.toHaveBeenCalled();
  });

  it('sends Chinese with a press of its own', async () => {
    open({ mode: 'enter' });
    compose('青岛');
    write('青岛');
    composition('compositionend', '青岛');
    await pause(90);
    key('keydown');
    expect(sent.mock.calls).toEqual([['青岛']]);
  });

  it('leaves Enter to whoever took it before, as a list of mentions does', () => {
    open({ mode: 'enter' });
    field.addEventListener('keydown', (event) => event.preventDefault());
    key('keydown');
    expect(sent).not.toHaveBeenCalled();
  });
});
