import { describe, expect, it } from 'vitest';
import { readEnv } from './env.server.ts';

describe('the configuration', () => {
  it('starts without any variable', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: 'data', DEMO: false });
  });

  it('keeps the demo world in a folder of its own, by --demo as by DEMO=1', () => {
    expect(readEnv({}, ['--demo'])).toMatchObject({
      DEMO: true,
      DATA_DIR: expect.stringMatching(/data.demo/),
    });
    expect(readEnv({ DEMO: '1' })).toMatchObject({
      DEMO: true,
      DATA_DIR: expect.stringMatching(/data.demo/),
    });
    expect(readEnv({ DATA_DIR: '/elsewhere' }, ['--demo'])).toMatchObject({
      DEMO: true,
      DATA_DIR: '/elsewhere',
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readEnv({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['ORIGIN', 'tideline.example.org'],
    ['MAPBOX_ACCESS_TOKEN', 'sk.secret'],
    ['SESSION_SECRET', 'short'],
    ['TRUST_PROXY', 'perhaps'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'Tideline\r\nBcc: <all@example.org>'],
  ])('stops the start and names %s when it is "%s"', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(
      new RegExp(`Tideline cannot start\\. ${name} is wrong: .+README`),
    );
  });

  it('sends no mail without an address to lead back to and one to come from', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Tideline <tideline@example.org>' };
    expect(() => readEnv(mail)).toThrow(/needs ORIGIN/);
    expect(() => readEnv({ ...mail, MAIL_FROM: '', ORIGIN: 'https://a.example.org' })).toThrow(/MAIL_FROM/);
    expect(readEnv({ ...mail, ORIGIN: 'https://a.example.org' })).toMatchObject(mail);
  });
});
