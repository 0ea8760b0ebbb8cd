import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * The resource policy of a table whose items nobody changes or deletes, whatever their own policies allow.
 *
 * A put may still replace an item: no policy can require its condition. Batches are denied because their puts have none.
 * AWS services are excepted, since an item is deleted when its time to live ends.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html
 */
export function appendOnly(): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'AppendOnly',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'].map(
          (action) => `dynamodb:${action}`,
        ),
        // The table's own ARN would be a reference to itself.
        resources: ['*'],
        conditions: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
      }),
    ],
  });
}
