import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { makeI18n } from '#app/i18n/i18n.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Count } from './count.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { NativeSelect } from './native-select.tsx';
import { RadioCards } from './radio-cards.tsx';
import { TextField } from './text-field.tsx';

const i18n = await makeI18n('ko');

/** What the server sends: all that a page without JavaScript has. */
const html = (part: ReactElement) =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{part}</I18nextProvider>);

describe('a field, as the server sends it', () => {
  it('has its label and its hint', () => {
    const field = html(<TextField id="place" name="place" label="어디입니까" hint="지명이나 좌표" />);
    expect(field).toContain('<label for="place">');
    expect(field).toContain('aria-describedby="place-note"');
    expect(field).toContain('<div id="place-note" class="field-hint">지명이나 좌표</div>');
    expect(field).not.toContain('aria-invalid');
  });

  it('says its fault in place of the hint', () => {
    const field = html(
      <TextField id="place" label="어디입니까" hint="지명이나 좌표" error="위치를 적어 주십시오." />,
    );
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('위치를 적어 주십시오.');
    expect(field).not.toContain('지명이나 좌표');
  });

  it('keeps what was chosen', () => {
    const units = [
      { value: 'kg', label: 'kg' },
      { value: 't', label: 't' },
    ];
    expect(html(<NativeSelect label="단위" name="unit" options={units} defaultValue="t" />)).toContain(
      '<option value="t" selected="">',
    );
    expect(
      html(<RadioCards label="단위" name="unit" options={units} defaultValue="kg" />).match(/checked=""/g),
    ).toHaveLength(1);
    expect(
      html(
        <Checkbox name="public" defaultChecked>
          공개
        </Checkbox>,
      ),
    ).toMatch(/type="checkbox"[^>]* checked=""/);
  });
});

it('sends its form without JavaScript', () => {
  expect(
    html(
      <Button type="submit" name="step" value="confirm">
        확인
      </Button>,
    ),
  ).toMatch(/<button(?=[^>]* type="submit")(?=[^>]* name="step")(?=[^>]* value="confirm")/);
});

it('leads from each fault to its field, and is not there without one', () => {
  expect(html(<ErrorSummary faults={[{ id: 'amount', message: '수량은 0보다 커야 합니다.' }]} />)).toContain(
    '<a href="#amount">수량은 0보다 커야 합니다.</a>',
  );
  expect(html(<ErrorSummary faults={[]} />)).toBe('');
});

it('counts what waits and says nothing for none', () => {
  expect(html(<Count of={0} />)).toBe('');
  expect(html(<Count of={120} />)).toContain('99+');
  expect(html(<Count of={3} />)).toContain('3건');
});
