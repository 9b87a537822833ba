// The arrows of the house, for dependency-cruiser: who may import whom. `npm run check` fails on a wrong one, and
// tests/house.test.ts proves on a small tree of wrong arrows that it does.

const fs = require('node:fs');

const test = '\\.test\\.tsx?$';
const server = '\\.server\\.tsx?$';
const generated = '^prisma/generated/';
const generatedEnums = '^prisma/generated/enums\\.ts$';
/** Rooms' vocabulary and policies, and the shapes that all rooms share: they run in the browser too. */
const vocabulary = '^app/domain/(?!.*\\.(server|test)\\.tsx?$)';
/** A verb that only reads says so in its name; other rooms and the sockets may call it. */
const reads = '^app/domain/[^/]+/(find|count|list|read|search|summarize)-[^/]+\\.server\\.ts$';
/** Part of every verb's own transaction: who hears of it, how it is found, and what no longer holds. */
const effects =
  '^app/domain/(notification/notify(-watchers)?|handover/start-handover|search/index-things|incident/take-photos|thread/take-attachments|thread/keep-references|action-item/keep-to-wording|translation/mark-terms-changed)\\.server\\.ts$';
const ours = '^(app|prisma|tests|locales)/';
/** The files that app/routes.ts gives a URL; the others in app/routes are parts of them. */
const routeModules = [...fs.readFileSync('app/routes.ts', 'utf8').matchAll(/'(routes\/[^']+\.tsx?)'/g)].map(
  ([, file]) => `^app/${file.replace(/[.$]/g, '\\$&')}$`,
);
const configuration = '^app/env\\.server\\.ts$';
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** From these files of ours, nothing of ours but this. */
const only = (name, comment, from, allowed) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from.path, pathNot: [test, ...(from.pathNot ?? [])] },
  to: { path: ours, pathNot: allowed },
});

const never = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never(
      'no-cycles',
      'A cycle is one thing in two files: merge them, or turn the arrow round.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    never(
      'nobody-imports-routes',
      'A route is a door. What two routes need belongs to components/, domain/ or http/.',
      { path: '^(app|prisma)/', pathNot: '^app/routes/' },
      { path: '^app/routes/' },
    ),
    never(
      'routes-not-another-route',
      'Two URLs are two files. What both need belongs to components/, domain/ or http/.',
      { path: '^app/routes/', pathNot: test },
      { path: routeModules },
    ),
    never(
      'parts-beside-their-route',
      'A part used by one URL is called after it: thread.tsx may have thread-head.tsx or thread/head.tsx, nobody else’s.',
      { path: '^app/routes/([a-z]+)', pathNot: test },
      { path: '^app/routes/', pathNot: ['^app/routes/$1', ...routeModules] },
    ),
    only(
      'routes-arrows',
      'A route knows domain, http, components, ui, map, i18n and the client hooks of realtime; never db.',
      { path: '^app/routes/' },
      [
        '^app/(routes|domain|http|components|ui|map|i18n)/',
        '^app/realtime/(?!.*\\.server\\.ts$)',
        '^app/offline/kept\\.ts$',
        generatedEnums,
        configuration,
      ],
    ),
    only(
      'offline-arrows',
      'The service worker knows words, languages, and the reports that wait on the device.',
      { path: '^app/offline/' },
      [
        '^app/offline/',
        '^app/i18n/languages\\.ts$',
        '^locales/',
        '^app/components/incident/report-store\\.ts$',
      ],
    ),
    only(
      'verbs-arrows',
      'A verb knows its room, other rooms’ vocabulary and reads, and db. No edge else.',
      { path: `^app/domain/.*${server}` },
      ['^app/domain/', '^app/db/', generated, configuration],
    ),
    never(
      'verbs-other-rooms',
      'Of another room a verb knows the vocabulary and the reads (find-, count-, list-, read-, search-, summarize-). Announce an event instead.',
      { path: `^app/domain/([^/]+)/.*${server}`, pathNot: test },
      { path: `^app/domain/[^/]+/.*${server}`, pathNot: ['^app/domain/$1/', reads, effects] },
    ),
    only(
      'vocabulary-arrows',
      'Vocabulary and policies run in the browser too: vocabulary and generated enums only.',
      { path: vocabulary },
      [vocabulary, generatedEnums, '^prisma/generated/(client|models)'],
    ),
    never(
      'vocabulary-client-types-only',
      'The generated client is for types here: import type.',
      { path: vocabulary },
      { path: generated, pathNot: generatedEnums, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'vocabulary-packages',
      'Vocabulary is pure: zod and nothing else.',
      { path: vocabulary },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown'],
        pathNot: packages('zod'),
      },
    ),
    never(
      'rooms-know-no-framework',
      'No room knows Remix, React, Express or Socket.IO.',
      { path: '^app/domain/', pathNot: test },
      {
        path: packages(
          '@remix-run/[^/]+',
          'react',
          'react-[^/]+',
          'express',
          'socket\\.io',
          'socket\\.io-client',
        ),
      },
    ),
    only(
      'realtime-server-arrows',
      'Sockets tell: they know event types, rooms’ reads and policies, and http’s actor.',
      { path: `^app/realtime/.*${server}` },
      [
        '^app/realtime/',
        vocabulary,
        reads,
        '^app/http/(actor|session|security)\\.server\\.ts$',
        // Where events are published from.
        '^app/db/commit\\.server\\.ts$',
        generatedEnums,
        configuration,
      ],
    ),
    only(
      'realtime-client-arrows',
      'The hooks, the contract and the names of the rooms run in the browser: vocabulary only.',
      { path: '^app/realtime/', pathNot: [server] },
      ['^app/realtime/(?!.*\\.server\\.ts$)', vocabulary, generatedEnums],
    ),
    only(
      'notices-arrows',
      'What leaves the house by mail or to devices knows rooms, words, and the work that waits.',
      { path: '^app/notices/' },
      ['^app/(notices|domain|i18n)/', '^app/db/jobs\\.server\\.ts$', generatedEnums, configuration],
    ),
    only('map-arrows', 'The map knows vocabulary, ui and i18n.', { path: '^app/map/', pathNot: [server] }, [
      '^app/(map|ui|i18n)/(?!.*\\.server\\.tsx?$)',
      vocabulary,
      generatedEnums,
    ]),
    only(
      'components-arrows',
      'A component knows vocabulary, map, ui and i18n. What a loader reads for it comes in by its props.',
      { path: '^app/components/' },
      [
        '^app/(components|map|ui|i18n)/(?!.*\\.server\\.tsx?$)',
        '^app/realtime/(?!.*\\.server\\.ts$)',
        vocabulary,
        reads,
        generatedEnums,
      ],
    ),
    never(
      'components-types-of-reads',
      'A component may name the type of what it is given, and never read by itself: import type.',
      { path: '^app/components/', pathNot: test },
      { path: reads, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'components-sockets',
      'Only the thread, which stands on several URLs, brings its own live feed; other components get news from their route.',
      { path: '^app/components/(?!thread/)', pathNot: test },
      { path: '^app/realtime/' },
    ),
    only(
      'ui-arrows',
      'ui knows no noun: React, React Aria, and i18n for the words and numbers of its own parts.',
      { path: '^app/ui/' },
      ['^app/ui/', '^app/i18n/(?!.*\\.server\\.tsx?$)'],
    ),
    never(
      'ui-packages',
      'ui is made of React and React Aria.',
      { path: '^app/ui/', pathNot: test },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown'],
        pathNot: [
          packages(
            'react',
            'react-dom',
            'react-aria',
            'react-aria-components',
            '@react-aria/[^/]+',
            'react-stately',
          ),
          packages(
            '@react-types/[^/]+',
            '@internationalized/[^/]+',
            'lucide-react',
            'react-i18next',
            'i18next',
          ),
          packages('pretendard', '@fontsource-variable/[^/]+', 'tailwindcss'),
        ],
      },
    ),
    only(
      'i18n-arrows',
      'i18n knows the words and the languages, no room and no edge.',
      { path: '^app/i18n/' },
      ['^app/i18n/', '^locales/', '^app/domain/[^/.]+\\.ts$', generatedEnums],
    ),
    only(
      'db-arrows',
      'The database edge knows the shared shapes of domain, no room’s verbs.',
      { path: '^app/db/' },
      ['^app/db/', vocabulary, generated, configuration],
    ),
    never(
      'http-arrows',
      'http is an edge of its own: nothing that draws, no sockets.',
      { path: '^app/http/', pathNot: test },
      { path: '^app/(components|ui|map|realtime)/' },
    ),
    never(
      'client-files-stay-in-the-browser',
      'Code of the server must not load a browser-only file.',
      {
        path: [server, '^app/(server|entry\\.server)\\.tsx?$', '^app/(domain|db|http|i18n)/'],
        pathNot: test,
      },
      { path: '\\.client\\.tsx?$' },
    ),
    never(
      'one-map-engine',
      'Only app/map/engine.client.ts makes a map; everybody else asks it (types are free).',
      { path: '^app/', pathNot: '^app/map/engine\\.client\\.ts$' },
      { path: packages('maplibre-gl', 'mapbox-gl'), dependencyTypesNot: ['type-only'] },
    ),
    never(
      'no-tests-in-the-product',
      'The product does not know its tests.',
      { path: '^(app|prisma)/', pathNot: test },
      { path: ['^tests/', test] },
    ),
    never(
      'no-development-packages',
      'What runs in production stands in dependencies.',
      {
        path: '^(app|prisma)/',
        pathNot: [
          test,
          '^app/vite\\.config\\.ts$',
          '^app/offline/build-service-worker\\.ts$',
          '^app/routes\\.ts$',
          '^app/map/basemap/cut-tiles\\.ts$',
          '^prisma/prisma\\.config\\.ts$',
          generated,
        ],
      },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['(^|node_modules/)@types/', 'node_modules/vite/client'],
      },
    ),
    never(
      'no-missing',
      'This import leads nowhere.',
      { pathNot: generated },
      {
        couldNotResolve: true,
        pathNot: ['^virtual:', '\\?(url|raw|worker)', '\\.css$', '^\\./\\+types'],
      },
    ),
    never(
      'no-barrels',
      'Import from the owner: there is no index.ts.',
      { path: '^(app|prisma|tests)/', pathNot: generated },
      { path: '/index\\.tsx?$', pathNot: ['node_modules/', generated] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: ['^(build|data)/', '^tests/e2e/(results|__screens__)/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
