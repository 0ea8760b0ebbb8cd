/** The rooms of `lib` that every capability may import from, and the run-time code below. */
const belowCapabilities = ['lib/platform', 'lib/stages', 'lambda'];
/** The rooms that every part of the order logic may import from. */
const orderBase = ['lambda/orders/store', 'lambda/orders/domain', 'lambda/platform'];

/**
 * The rooms of the tree and the rooms that each may import from: the only place that states the directions.
 *
 * A room is a folder, or a file outside of every folder. Its name covers the rooms inside it. Other imports are refused.
 */
const rooms: Record<string, readonly string[]> = {
  // The app and the commands around it.
  bin: ['lib'],
  docs: ['lib', 'lambda'],
  client: ['lib/stages', 'lambda'],
  ops: ['client', 'lib', 'lambda'],
  local: ['ops', 'client', 'lib', 'lambda'],
  bench: ['local', 'ops', 'client', 'lib', 'lambda'],

  // Infrastructure. The names and sizes that it shares with run-time code are defined in `lambda`.
  'lib/stages': ['lambda/platform'],
  'lib/platform': ['lib/stages', 'lambda'],
  'lib/account': belowCapabilities,
  'lib/alarms': belowCapabilities,
  'lib/network': belowCapabilities,
  'lib/access': belowCapabilities,
  'lib/payments': belowCapabilities,
  'lib/analytics': belowCapabilities,
  'lib/orders': ['lib/payments', ...belowCapabilities],
  'lib/messaging': ['lib/orders', ...belowCapabilities],
  'lib/documents': ['lib/messaging', ...belowCapabilities],
  'lib/api/operations': ['lambda'],
  'lib/api/methods': ['lib/api/operations'],
  'lib/api/answers': ['lib/api/operations', 'lambda'],
  'lib/api/access': ['lib/api/operations', 'lib/stages'],
  'lib/api/integrations': ['lib/api/answers', 'lib/api/operations', 'lib/documents', 'lambda'],
  'lib/api/gateway': [
    'lib/api/integrations',
    'lib/api/access',
    'lib/api/answers',
    'lib/api/methods',
    'lib/api/operations',
    ...belowCapabilities,
  ],
  'lib/api/routes': [
    'lib/api/gateway',
    'lib/api/integrations',
    'lib/api/methods',
    'lib/api/operations',
    'lib/documents',
    'lib/orders',
    ...belowCapabilities,
  ],
  'lib/api/api-stack.ts': [
    'lib/api',
    'lib/documents',
    'lib/analytics',
    'lib/orders',
    'lib/payments',
    'lib/access',
    ...belowCapabilities,
  ],
  'lib/order-platform-stage.ts': ['lib'],
  'lib/template-app.ts': [],

  // Run-time code. Subscribers know the published event, not the order logic behind it.
  'lambda/platform': [],
  'lambda/access': ['lambda/platform'],
  'lambda/payments': ['lambda/platform'],
  'lambda/orders/domain': ['lambda/platform'],
  'lambda/orders/contract': ['lambda/orders/domain', 'lambda/platform'],
  'lambda/orders/store': ['lambda/orders/domain', 'lambda/platform'],
  'lambda/orders/decisions': ['lambda/platform'],
  'lambda/orders/products': ['lambda/orders/decisions', 'lambda/orders/domain', 'lambda/platform'],
  'lambda/orders/approvals': ['lambda/orders/decisions', 'lambda/orders/domain', 'lambda/platform'],
  'lambda/orders/shipments': ['lambda/platform'],
  'lambda/orders/history': ['lambda/orders/contract', ...orderBase],
  'lambda/orders/set-aside': ['lambda/platform'],
  'lambda/orders/start': ['lambda/orders/set-aside', ...orderBase],
  'lambda/orders/intake': ['lambda/orders/products', ...orderBase],
  'lambda/orders/requests': ['lambda/orders/contract', 'lambda/orders/approvals', ...orderBase],
  'lambda/orders/steps': ['lambda/orders/shipments', 'lambda/orders/approvals', 'lambda/payments', ...orderBase],
  'lambda/orders/safety-net': [
    'lambda/orders/steps',
    'lambda/orders/start',
    'lambda/orders/shipments',
    'lambda/orders/approvals',
    'lambda/payments',
    ...orderBase,
  ],
  'lambda/messaging': ['lambda/orders/contract', 'lambda/orders/set-aside', ...orderBase],
  'lambda/analytics': ['lambda/orders/domain', 'lambda/platform'],
  'lambda/documents': ['lambda/messaging', 'lambda/orders/domain', 'lambda/platform'],
  'lambda/api/http': ['lambda/orders/decisions', 'lambda/orders/domain', 'lambda/platform'],
  'lambda/api/routes': ['lambda/api/http', 'lambda/orders', 'lambda/platform'],
};

/** A pattern for the files of a room. */
const filesOf = (room: string) => `^${room}(/|$)`;

function onlyDownwards([room, below]: [string, readonly string[]]) {
  return {
    name: `directions-of ${room}`,
    comment: `${room} may import from ${below.join(', ') || 'no other room'}: see .dependency-cruiser.ts.`,
    severity: 'error',
    from: { path: filesOf(room) },
    to: { dependencyTypes: ['local'], pathNot: [room, ...below].map(filesOf) },
  };
}

// Without a type, because the type check runs without the packages in `lint`. A schema validates it.
export default {
  forbidden: [
    ...Object.entries(rooms).map(onlyDownwards),
    {
      name: 'listed-room',
      comment: 'The room of this file is missing in .dependency-cruiser.ts.',
      severity: 'error',
      from: { path: '/', pathNot: ['test', 'node_modules', ...Object.keys(rooms)].map(filesOf) },
      to: {},
    },
    {
      name: 'no-cycle',
      comment: 'Merge files that import each other, or move what both need into a file below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'known-module',
      comment: 'The module does not exist, or package.json does not name its package.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['unknown', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // Reads TypeScript without the compiler's API, which TypeScript 7 does not have.
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    // Generated, and not in the repository.
    exclude: { path: '^(\\.local|cdk\\.out|dist|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
