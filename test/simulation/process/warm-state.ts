import { BaseProvider } from '@aws-lambda-powertools/parameters/base';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The part of the SDK's strategy of retries that lasts: the tokens that retries take, which answers return. */
interface RetryTokens {
  capacity: number;
  refreshRetryTokenForRetry(...given: unknown[]): Promise<unknown>;
}

const providers = new Set<BaseProvider>();
const strategies = new Set<RetryTokens>();
let initialCapacity = 0;

/** Remembers the objects in which functions keep state between invocations: parameters, and the tokens for retries. */
export async function watchWarmState(): Promise<void> {
  const { get } = BaseProvider.prototype;
  BaseProvider.prototype.get = function (this: BaseProvider, ...given: Parameters<typeof get>) {
    providers.add(this);
    return get.apply(this, given);
  } as typeof get;

  const strategy = (await new DynamoDBClient().config.retryStrategy()) as unknown as RetryTokens;
  initialCapacity = strategy.capacity;
  const prototype: RetryTokens = Object.getPrototypeOf(strategy);
  const { refreshRetryTokenForRetry } = prototype;
  prototype.refreshRetryTokenForRetry = function (this: RetryTokens, ...given) {
    strategies.add(this);
    return refreshRetryTokenForRetry.apply(this, given);
  };
}

/** Makes every function as it is after a cold start: a run must not depend on the runs before. */
export function coolDown(): void {
  for (const provider of providers) provider.clearCache();
  for (const strategy of strategies) strategy.capacity = initialCapacity;
}
