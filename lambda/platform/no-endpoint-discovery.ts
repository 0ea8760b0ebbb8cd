/**
 * Takes the place of `@aws-sdk/endpoint-cache` in the bundles: docs/decisions/0020-small-bundles.md.
 *
 * The client of DynamoDB makes a cache of discovered endpoints, but none of its commands discovers endpoints.
 */
export class EndpointCache {}
