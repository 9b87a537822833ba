import { demoSeats } from '#prisma/demo/seats.ts';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const wrong = { email: 'nobody@example.org', password: 'not the password' };

test.describe('signing in', () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';

    test(`${how} JavaScript a wrong password is refused in words, and the e-mail stays`, async ({
      asGuest,
    }) => {
      const context = await asGuest({ javaScriptEnabled, locale: 'ko-KR' });
      const page = await context.newPage();
      await page.goto('/sign-in?returnTo=/members');
      await page.locator('input[name=email]').fill(`${how}-${wrong.email}`);
      await page.locator('input[name=password]').fill(wrong.password);
      await page.getByRole('button', { name: word('ko', 'account', 'sign_in.submit'), exact: true }).click();
      await expect(page.getByText(word('ko', 'refusal', 'wrong_sign_in'))).toBeVisible();
      await expect(page.locator('input[name=email]')).toHaveValue(`${how}-${wrong.email}`);
      await expect(page.locator('form:has(input[name=password]) input[name=returnTo]')).toHaveValue(
        '/members',
      );
    });

    test(`${how} JavaScript a guest who wants the members signs in first and then gets there`, async ({
      asGuest,
    }) => {
      const context = await asGuest({ javaScriptEnabled, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto('/members?q=taean');
      await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
      await page.locator(`button[name=seatId][value="${demoSeats['weihai-officer'].id}"]`).click();
      await expect(page).toHaveURL(/\/members\?q=taean$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        word('zh', 'account', 'members.title'),
      );
    });
  }

  test('the session is in a cookie that scripts cannot read, and a new one at each sign-in', async ({
    asSeat,
  }) => {
    // A seat of its own: signing out everywhere also signs out the other tests' browsers.
    const context = await asSeat('ongjin-officer');
    const session = async () => (await context.cookies()).find(({ name }) => name === 'tideline');
    const first = await session();
    expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

    const page = await context.newPage();
    await page.goto('/settings');
    await page.getByRole('button', { name: word('ko', 'account', 'settings.everywhere') }).click();
    await expect(page).toHaveURL(/\/$/);
    expect(await session()).toBeUndefined();
    await page.goto('/members');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe('what every answer carries', () => {
  test('a strict policy, and no cache for who is signed in', async ({ asSeat, request }) => {
    const guest = await request.get('/sign-in');
    const policy = guest.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(guest.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });

    const context = await asSeat('weihai-officer');
    const members = await context.request.get('/members');
    expect(members.headers()['cache-control']).toBe('private, no-store');
  });

  test('a page of somebody else cannot sign anybody out', async ({ asSeat }) => {
    const context = await asSeat('qingdao-officer');
    for (const headers of [
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      const answer = await context.request.post('/sign-out', { form: {}, headers });
      expect(answer.status()).toBe(403);
    }
    expect((await context.request.get('/members', { maxRedirects: 0 })).status()).toBe(200);
  });
});

test.describe('the members', () => {
  test('the secretariat makes a seat and an account, and the new official starts by the link', async ({
    asSeat,
    asGuest,
  }) => {
    const en = (key: string) => word('en', 'account', key);
    const page = await (await asSeat('secretariat', { locale: 'en-GB' })).newPage();
    await page.goto('/members/binzhou/seats');
    await page.locator('[name=titleKo]').fill('해양발전국');
    await page.locator('[name=titleZh]').fill('海洋发展局');
    await page.locator('[name=titleEn]').fill('Marine Bureau');
    await page.getByRole('button', { name: en('new_seat.submit') }).click();
    await expect(page).toHaveURL(/\/members\/binzhou$/);

    await page.getByRole('link', { name: en('member.make_account') }).click();
    await page.locator('[name=name]').fill('方一苇');
    await page.locator('[name=nameLatin]').fill('Fang Yiwei');
    await page.locator('[name=email]').fill('fang.yiwei@example.org');
    await page.getByRole('button', { name: en('new_account.submit') }).click();
    const link = await page.getByLabel(en('link.label')).inputValue();

    const guest = await (await asGuest({ locale: 'zh-CN' })).newPage();
    await guest.goto(link);
    await guest.locator('[name=password]').fill('short');
    await guest.getByRole('button', { name: word('zh', 'account', 'invitation.submit') }).click();
    await expect(guest.getByText(word('zh', 'form', 'password_too_short'))).toBeVisible();
    await guest.locator('[name=password]').fill('潮水一天涨落两次从不迟到');
    await guest.getByRole('button', { name: word('zh', 'account', 'invitation.submit') }).click();
    await expect(guest).toHaveURL(/\/today$/);
    expect((await guest.request.get(link)).status()).toBe(410);
  });

  test('an officer sees no buttons of the secretariat, and its pages are closed', async ({ asSeat }) => {
    const page = await (await asSeat('weihai-officer')).newPage();
    await page.goto('/members/taean');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main form')).toHaveCount(0);
    await expect(page.getByText('@example.org')).toHaveCount(0);
    expect((await page.goto('/accounts/new'))?.status()).toBe(403);
    expect((await page.goto('/members/atlantis'))?.status()).toBe(404);
  });
});

test('a guest reads the public page in three languages without loading it anew', async ({ asGuest }) => {
  const page = await (await asGuest({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('One sea, one map');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('button', { name: '한국어' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('하나의 바다');
  await page.getByRole('button', { name: '中文' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('同一片海');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});
