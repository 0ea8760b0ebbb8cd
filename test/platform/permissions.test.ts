import { type DeployedResource, ours, RESOURCES, resourcesOfType, whereNot } from './every-stack.ts';

// A permission without the setting, or the setting without the permission, fails only at run time.

/** The policies of each role, by the name of its stack and its logical id. */
const POLICIES = new Map<string, string>();
for (const { stack, properties } of RESOURCES.filter(({ type }) => type === 'AWS::IAM::Policy')) {
  for (const { Ref } of properties.Roles) {
    const role = `${stack}/${Ref}`;
    POLICIES.set(role, `${POLICIES.get(role) ?? ''}${JSON.stringify(properties.PolicyDocument)}`);
  }
}

/** The logical id in a reference to a resource of any stack. */
function logicalIdOf(value: unknown): string {
  const { Ref, 'Fn::ImportValue': imported } = (value ?? {}) as { Ref?: string; 'Fn::ImportValue'?: string };
  // An export ends with a hash of its own.
  const id = Ref ?? /:ExportsOutputRef(\w+)[0-9A-F]{8}$/.exec(imported ?? '')?.[1];
  if (!id) throw new Error(`no reference to a resource: ${JSON.stringify(value)}`);
  return id;
}

/** The settings of functions that name a resource which takes a permission to use. */
const NAMED = ours(resourcesOfType('AWS::Lambda::Function')).flatMap(({ where, stack, properties }) =>
  Object.entries(properties.Environment?.Variables ?? {})
    .filter(([name]) => /_(TABLE|BUCKET|TOPIC_ARN|WORKFLOW_ARN|POOL_ID)$/.test(name))
    // Every function that reads or changes orders has the settings of their store, also if it moves no stock.
    .filter(([name]) => name !== 'STOCK_TABLE')
    .map(([name, value]) => ({
      name: `${where} ${name}`,
      policies: POLICIES.get(`${stack}/${properties.Role['Fn::GetAtt'][0]}`) ?? '',
      id: logicalIdOf(value),
    })),
);

test('a function has a permission for each table, bucket, topic, workflow and user pool that its settings name', () => {
  expect(NAMED.length).toBeGreaterThan(100);
  expect(NAMED.filter(({ policies, id }) => !policies.includes(id)).map(({ name }) => name)).toEqual([]);
});

test('the sweeper may ask for the progress of an execution: without it, no overdue order is brought to its end', () => {
  const sweepers = NAMED.filter(({ name }) => /SweepOverdueOrders\w+ ORDER_WORKFLOW_ARN$/.test(name));
  expect(sweepers.length).toBeGreaterThan(0);
  expect(sweepers.filter(({ policies }) => !policies.includes('states:DescribeExecution'))).toEqual([]);
});

test('the functions that end an approval may answer the workflow that waits for it, by its name', () => {
  const answerers = ours(resourcesOfType('AWS::Lambda::Function')).flatMap(({ stack, properties }) => {
    const policies = POLICIES.get(`${stack}/${properties.Role['Fn::GetAtt'][0]}`) ?? '';
    if (!policies.includes('states:SendTaskSuccess')) return [];
    expect(policies).toMatch(/"states:SendTaskSuccess".*:stateMachine:/);
    return properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;
  });
  expect(new Set(answerers)).toEqual(
    new Set(['api/decide-approval', 'api/request-cancellation', 'orders/request-approval']),
  );
});

test('the resources of a step have its name: another one would replace them', () => {
  const steps = ours(resourcesOfType('AWS::Lambda::Function')).filter(({ logicalId }) => /^Handlers/.test(logicalId));
  const nameOf = ({ properties }: DeployedResource) =>
    properties.Environment.Variables.POWERTOOLS_SERVICE_NAME.split('/')[1].replaceAll('-', '');
  expect(whereNot(steps, (step) => step.logicalId.toLowerCase().startsWith(`handlers${nameOf(step)}`))).toEqual([]);
});
