// Who may import whom. Each rule is proved by a bad file in scripts/house/boundaries.test.ts.
/** The floors of shared/, lowest first: a room imports from its own floor or a lower one, never from a higher one. */
const floors = [
  ['kernel'],
  ['money', 'calendar'],
  ['party', 'regulation'],
  ['invoicing', 'ledger', 'statements'],
  ['journal'],
  ['documents', 'matching', 'bookkeeping', 'deadlines', 'reminders', 'exchange'],
]
/** A room, or a part of a room that not everyone can carry (`documents/pdf`), has its index.ts. */
const doors = ['^shared/[^/]+/index\\.ts$', '^shared/[^/]+/[^/]+/index\\.ts$']
const inRooms = (rooms) => `^shared/(${rooms.join('|')})/`
const tests = '\\.test\\.tsx?$|/e2e/|/emulator/|/workbench/'

const looksDown = floors.slice(0, -1).map((rooms, floor) => ({
  name: `floor-${floor}-looks-down`,
  comment: `${rooms.join(', ')}: a lower floor never imports a higher one.`,
  severity: 'error',
  from: { path: inRooms(rooms) },
  to: { path: inRooms(floors.slice(floor + 1).flat()) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...looksDown,
    {
      name: 'a-room-has-one-door',
      comment: 'From another room, import @tabellion/shared/<room>.',
      severity: 'error',
      from: { path: '^shared/([^/]+)/' },
      to: { path: '^shared/[^/]+/', pathNot: ['^shared/$1/', ...doors] },
    },
    {
      name: 'shells-enter-by-the-door',
      comment: 'From a shell or a script, import @tabellion/shared/<room>.',
      severity: 'error',
      from: { pathNot: '^shared/' },
      to: { path: '^shared/[^/]+/', pathNot: doors },
    },
    {
      name: 'shared-knows-no-shell',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(extension|sheets-addon|scripts)/|^manifest\\.config\\.ts$' },
    },
    {
      name: 'shells-are-strangers',
      severity: 'error',
      from: { path: '^(extension|sheets-addon)/' },
      to: { path: '^(extension|sheets-addon)/', pathNot: '^$1/' },
    },
    {
      name: 'what-is-shipped-imports-no-script-and-no-emulator',
      severity: 'error',
      from: { path: '^(extension|sheets-addon/src)/', pathNot: tests },
      to: { path: '^(scripts|sheets-addon/(emulator|workbench))/' },
    },
    {
      name: 'rooms-know-no-action',
      comment:
        'An action is a button over the rooms; what two actions need lives in a room. The demo presses the buttons.',
      severity: 'error',
      from: {
        path: '^sheets-addon/src/[^/]+/',
        pathNot: ['^sheets-addon/src/(actions|demo|sidebar)/', '\\.test\\.ts$'],
      },
      to: { path: '^sheets-addon/src/actions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-emulator-knows-only-the-bundle',
      severity: 'error',
      from: { path: '^sheets-addon/emulator/', pathNot: '\\.test\\.ts$' },
      to: { path: '^sheets-addon/(src|workbench)/' },
    },
    {
      name: 'the-extension-draws-no-pdf',
      comment: 'jsPDF weighs 350 kB: not reachable from the extension, by any way.',
      severity: 'error',
      from: { path: '^extension/', pathNot: tests },
      to: { path: '^shared/documents/(pdf/|facturx)|^node_modules/jspdf/', reachable: true },
    },
    {
      name: 'jspdf-enters-by-documents',
      severity: 'error',
      from: { path: '^(shared|extension|sheets-addon)/', pathNot: ['^shared/documents/', '\\.test\\.tsx?$'] },
      to: { path: '^node_modules/jspdf/' },
    },
    {
      name: 'hashes-enter-by-kernel',
      severity: 'error',
      from: { path: '^(shared|extension|sheets-addon)/', pathNot: ['^shared/kernel/', '\\.test\\.tsx?$'] },
      to: { path: '^node_modules/@noble/hashes/' },
    },
    {
      name: 'valibot-stays-at-the-borders',
      comment: 'The domain has constructors; schemas are for messages, stored data and arguments.',
      severity: 'error',
      from: { path: '^shared/', pathNot: ['^shared/exchange/', '\\.test\\.ts$'] },
      to: { path: '^node_modules/valibot/' },
    },
    {
      name: 'what-is-shipped-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(shared|extension|sheets-addon/src)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^url:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|extension/build|sheets-addon/dist)/|^shared/.*/(golden|fixtures)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Type-only imports count: a floor may not know the shapes of a higher one either.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
    },
  },
}
