import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseForm } from './form.server.ts';

const schema = z.object({
  title: z.string().trim().min(1).max(10),
  count: z.number().int().min(0),
  kind: z.enum(['a', 'b']),
  password: z.string().min(12, 'password_too_short'),
});

function post(fields: Record<string, string>): Request {
  return new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('reading a form', () => {
  test('what is right comes as the verb wants it', async () => {
    const form = await parseForm(
      post({ title: ' Net ', count: '3', kind: 'a', password: 'correct horse' }),
      schema,
    );
    expect(form.ok && form.value).toEqual({ title: 'Net', count: 3, kind: 'a', password: 'correct horse' });
  });

  test('what is wrong is named at its field, what was typed comes back, a password never', async () => {
    const form = await parseForm(
      post({ title: 'A very long title', count: 'many', kind: 'c', password: 'secret' }),
      schema,
    );
    expect(form.ok).toBe(false);
    if (form.ok) return;
    expect(form.reply.data.lastResult).toMatchObject({
      error: {
        title: ['too_long'],
        count: ['not_a_number'],
        kind: ['choose_one'],
        password: ['password_too_short'],
      },
      initialValue: { title: 'A very long title', count: 'many' },
    });
    expect(JSON.stringify(form.reply)).not.toContain('secret');
  });

  test('an empty field is asked for', async () => {
    const form = await parseForm(post({ title: '', count: '', kind: '', password: '' }), schema);
    expect(form.ok).toBe(false);
    if (form.ok) return;
    expect(form.reply.data.lastResult.error).toMatchObject({
      title: ['required'],
      count: ['required'],
      kind: ['choose_one'],
    });
  });

  test('what is no form is refused', async () => {
    const json = new Request('http://localhost/', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    await expect(parseForm(json, schema)).rejects.toMatchObject({ status: 415 });
    const broken = new Request('http://localhost/', {
      method: 'POST',
      body: 'nothing',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    await expect(parseForm(broken, schema)).rejects.toMatchObject({ status: 400 });
  });

  test.each(['title[4000000]', 'a.__proto__', 'constructor.x', 'title[', 'a b', '__proto__'])(
    'a field named %s is none of ours',
    async (name) => {
      await expect(parseForm(post({ [name]: 'x' }), schema)).rejects.toMatchObject({ status: 400 });
    },
  );

  test('thousands of fields are none of our forms', async () => {
    const body = new URLSearchParams(Array.from({ length: 4_001 }, (_, at) => ['title', `${at}`]));
    const request = new Request('http://localhost/', { method: 'POST', body });
    await expect(parseForm(request, schema)).rejects.toMatchObject({ status: 400 });
  });

  test('a NUL, which no text can have, is left out', async () => {
    const fields = { title: 'N\0et', count: '3', kind: 'a', password: 'correct horse' };
    const form = await parseForm(post(fields), schema);
    expect(form.ok && form.value.title).toBe('Net');
  });
});
