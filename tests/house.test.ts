import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bareText } from './bare-text.ts';
import { keyFaults, type Locales, localeFaults } from './locale-faults.ts';
import { productSources } from './product-sources.ts';

describe('the arrows between the rooms', () => {
  /** File -> what it imports -> the rule that must refuse it. */
  const wrong: [file: string, line: string, rule: string][] = [
    ['app/routes/map.tsx', `import '#app/db/client.server.ts';`, 'routes-arrows'],
    ['app/routes/inbox.tsx', `import '#app/realtime/hub.server.ts';`, 'routes-arrows'],
    ['app/routes/today.tsx', `import './map.tsx';`, 'routes-not-another-route'],
    ['app/routes/threads.tsx', `import './map-part.tsx';`, 'parts-beside-their-route'],
    ['app/components/incident/panel.tsx', `import '#app/routes/map-part.tsx';`, 'nobody-imports-routes'],
    [
      'app/components/incident/list.tsx',
      `import '#app/domain/incident/find-incidents.server.ts';`,
      'components-types-of-reads',
    ],
    ['app/components/incident/map.tsx', `import '#app/realtime/use-live.ts';`, 'components-sockets'],
    ['app/components/thread/view.tsx', `import '#app/realtime/hub.server.ts';`, 'components-arrows'],
    ['app/map/layers/incidents.ts', `import '#app/components/incident/panel.tsx';`, 'map-arrows'],
    ['app/map/layers/sea.ts', `import maplibre from 'maplibre-gl'; maplibre.Map;`, 'one-map-engine'],
    ['app/ui/seal.tsx', `import '#app/domain/incident/incident.ts';`, 'ui-arrows'],
    ['app/ui/link.tsx', `import { Link } from '@remix-run/react'; Link;`, 'ui-packages'],
    ['app/i18n/words.ts', `import '#app/domain/incident/incident.ts';`, 'i18n-arrows'],
    [
      'app/domain/incident/report-incident.server.ts',
      `import '#app/http/session.server.ts';`,
      'verbs-arrows',
    ],
    [
      'app/domain/incident/close-incident.server.ts',
      `import '../thread/write-post.server.ts';`,
      'verbs-other-rooms',
    ],
    [
      'app/domain/thread/write-post.server.ts',
      `import { Server } from 'socket.io'; Server;`,
      'rooms-know-no-framework',
    ],
    ['app/domain/thread/policy.ts', `import './write-post.server.ts';`, 'vocabulary-arrows'],
    [
      'app/domain/thread/thread.ts',
      `import { PrismaClient } from '#prisma/generated/client.ts'; PrismaClient;`,
      'vocabulary-client-types-only',
    ],
    ['app/domain/thread/post.ts', `import { readFile } from 'node:fs'; readFile;`, 'vocabulary-packages'],
    ['app/realtime/hub.server.ts', `import '#app/db/client.server.ts';`, 'realtime-server-arrows'],
    [
      'app/realtime/broadcast.server.ts',
      `import '#app/domain/thread/write-post.server.ts';`,
      'realtime-server-arrows',
    ],
    ['app/realtime/use-thread.ts', `import './hub.server.ts';`, 'realtime-client-arrows'],
    ['app/notices/send-mail.server.ts', `import '#app/http/session.server.ts';`, 'notices-arrows'],
    ['app/db/commit.server.ts', `import '#app/domain/thread/write-post.server.ts';`, 'db-arrows'],
    ['app/db/client.server.ts', `import '#app/http/session.server.ts';`, 'db-arrows'],
    ['app/http/session.server.ts', `import '#app/ui/seal.tsx';`, 'http-arrows'],
    ['app/http/answer.server.ts', `import '#app/map/engine.client.ts';`, 'client-files-stay-in-the-browser'],
    ['app/domain/meeting/a.ts', `import './b.ts';`, 'no-cycles'],
    ['app/domain/meeting/meeting.ts', `import '#tests/world.ts';`, 'no-tests-in-the-product'],
    ['app/domain/meeting/minutes.ts', `import './nowhere.ts';`, 'no-missing'],
    ['app/components/meeting/list.tsx', `import '../incident/index.ts';`, 'no-barrels'],
  ];
  const right: [file: string, line: string][] = [
    [
      'app/routes/incident.tsx',
      `import './incident-part.tsx'; import '#app/domain/incident/find-incidents.server.ts'; import '#app/realtime/use-live.ts';`,
    ],
    [
      'app/components/incident/card.tsx',
      `import '#app/domain/incident/incident.ts'; import '#app/ui/state.tsx';`,
    ],
    [
      'app/domain/incident/find-incidents.server.ts',
      `import '#app/db/open.server.ts'; import '../thread/visible.ts'; import './incident.ts';`,
    ],
    ['app/domain/thread/find-thread.server.ts', `import '../incident/find-incidents.server.ts';`],
    [
      'app/domain/incident/incident.ts',
      `import type { Prisma } from '#prisma/generated/client.ts'; export type A = Prisma; import '../../../prisma/generated/enums.ts';`,
    ],
    [
      'app/realtime/watch.server.ts',
      `import '#app/http/actor.server.ts'; import '#app/domain/incident/find-incidents.server.ts';`,
    ],
  ];
  const plain = [
    'app/routes/map-part.tsx',
    'app/routes/incident-part.tsx',
    'app/map/engine.client.ts',
    'app/ui/state.tsx',
    'app/db/open.server.ts',
    'app/http/actor.server.ts',
    'app/domain/thread/visible.ts',
    'app/realtime/use-live.ts',
    'tests/world.ts',
    'app/components/incident/index.ts',
    'prisma/generated/client.ts',
    'prisma/generated/enums.ts',
  ];

  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-arrows-'));
  afterAll(() => fs.rmSync(tree, { recursive: true, force: true }));
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    const write = (file: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
      fs.writeFileSync(path.join(tree, file), text);
    };
    write('app/routes.ts', `route('map', 'routes/map.tsx');\n`);
    write('package.json', fs.readFileSync('package.json', 'utf8'));
    write('tsconfig.json', fs.readFileSync('tsconfig.json', 'utf8'));
    for (const file of plain) write(file, 'export {};\n');
    for (const [file, line] of [...wrong, ...right]) write(file, `${line}\nexport {};\n`);
    fs.symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'), 'junction');
    write('app/domain/meeting/b.ts', `import './a.ts';\n`);
    for (const { from, rule } of violationsIn(tree))
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  }, 60_000);

  test.each(wrong)('%s may not say %s', (file, _, rule) => {
    expect(broken.get(file)).toContain(rule);
  });

  test.each(right)('%s may say %s', (file) => {
    expect(broken.get(file) ?? []).toEqual([]);
  });

  test('folders are named after nouns of the product', () => {
    const folders = productSources().flatMap(({ file }) => path.posix.dirname(file).split('/'));
    const nameless = /^(utils?|libs?|helpers?|services?|types?|constants?|hooks?|misc|common|shared)$/;
    expect(folders.filter((folder) => nameless.test(folder))).toEqual([]);
  });
});

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function violationsIn(folder: string) {
  const depcruise = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.resolve('tests/architecture.cjs');
  const args = [depcruise, '--config', config, '--no-cache', '--output-type', 'json', 'app', 'prisma'];
  const json = execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return report.parse(JSON.parse(json)).summary.violations;
}

describe('words', () => {
  const good = (): Locales => ({
    ko: { thread: { title: '제목', posts_other: '글 {{count}}개', by: { whom: '{{name}} 작성' } } },
    zh: { thread: { title: '标题', posts_other: '{{count}}条发言', by: { whom: '由{{name}}撰写' } } },
    en: {
      thread: {
        title: 'Title',
        posts_one: '{{count}} post',
        posts_other: '{{count}} posts',
        by: { whom: 'by {{name}}' },
      },
    },
  });
  const changed = (language: 'ko' | 'zh' | 'en', key: string, value?: string): Locales => {
    const locales = good();
    const thread = locales[language]?.thread ?? {};
    if (value === undefined) delete thread[key];
    else thread[key] = value;
    return locales;
  };

  test('equal files pass', () => {
    expect(localeFaults(good())).toEqual([]);
  });

  test.each([
    ['a missing Chinese key', changed('zh', 'title'), 'zh/thread:title is missing'],
    [
      'a different variable',
      changed('ko', 'posts_other', '글 {{number}}개'),
      'thread:posts has different variables',
    ],
    ['a variable that is gone', changed('zh', 'posts_other', '发言'), 'thread:posts has different variables'],
    ['a missing plural form', changed('en', 'posts_one'), 'en/thread:posts has the plural forms other'],
    [
      'an English plural in Korean',
      changed('ko', 'posts_one', '글 {{count}}개'),
      'ko/thread:posts has the plural forms one, other',
    ],
    ['an empty text', changed('ko', 'title', ' '), 'ko/thread:title is empty'],
    ['English left in Chinese', changed('zh', 'title', 'Title'), 'zh/thread:title is still English'],
    ['a missing file', { ...good(), zh: {} }, 'locales/zh/thread.json is missing'],
  ])('%s is a fault', (_, locales, fault) => {
    expect(localeFaults(locales).join('\n')).toContain(fault);
  });

  test('units and names of formats may stay as they are', () => {
    expect(
      localeFaults({
        ko: { a: { b: '{{n}} km² · GPS' } },
        zh: { a: { b: '{{n}} km² · GPS' } },
        en: { a: { b: '{{n}} km² · GPS' } },
      }),
    ).toEqual([]);
  });

  test('a key that nobody wrote and a key that nobody asks for are faults', () => {
    const text = `const { t } = useTranslation('thread'); t('title'); t('titel'); t('posts', { count }); t(\`by.\${how}\`);`;
    const locales = changed('en', 'lonely', 'Nobody asks for me');
    expect(keyFaults(locales, [{ file: 'a.tsx', text }])).toEqual([
      'a.tsx:1: nobody wrote the key titel',
      'thread:lonely is used nowhere',
    ]);
  });

  test.each([
    ['<p>Hello</p>'],
    ['<p>안녕하세요</p>'],
    ["<p>{'Hello'}</p>"],
    ["<p>{many ? 'posts' : t('post')}</p>"],
    ['<p>{`${n} posts`}</p>'],
    ["<p>{done && 'Done'}</p>"],
    ['<button aria-label="Close" />'],
    ['<input placeholder={`Search ${place}`} />'],
    ['<img alt="A beach" />'],
    ["<Field label={known ?? 'Name'} />"],
  ])('%s is bare text', (jsx) => {
    expect(bareText('a.tsx', `const a = ${jsx};`)).toHaveLength(1);
  });

  test.each([
    ['<p>{t("hello")} · {n} %</p>'],
    ['<p className="meta" lang="ko" data-kind={`x-${kind}`}>{name}</p>'],
    ['<img alt="" src="/a.png" />'],
    ["<p>{kind === 'derelict_gear' ? a : b}</p>"],
  ])('%s is none', (jsx) => {
    expect(bareText('a.tsx', `const a = ${jsx};`)).toEqual([]);
  });

  // Reads the whole product: on a busy machine that takes longer than five seconds.
  test('no screen has words outside the locales', { timeout: 60_000 }, () => {
    const screens = productSources().filter(({ file }) => file.startsWith('app/') && file.endsWith('.tsx'));
    expect(screens.flatMap(({ file, text }) => bareText(file, text)).join('\n')).toBe('');
  });
});

test('no line of ours switches a check off', () => {
  const silencers =
    /(eslint|oxlint|prettier|c8|v8)-(disable|ignore)|@ts-(ignore|expect-error|nocheck)|\bas (any|never)\b|as unknown as/;
  // Mapbox's map is taken for MapLibre's in the one seam between the two engines.
  const silent = productSources().filter(
    ({ file, text }) => file !== 'app/map/engine.client.ts' && silencers.test(text),
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
});
