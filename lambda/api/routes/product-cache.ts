import { Logger } from '@aws-lambda-powertools/logger';
import { APIGatewayClient, FlushStageCacheCommand } from '@aws-sdk/client-api-gateway';
import type { Settings } from '../../platform/settings.ts';

const logger = new Logger();

/** The time-outs of a request. Without the second one, the client of the SDK only logs that the first one has passed. */
const TIMEOUTS = { requestTimeout: 2_000, throwOnRequestTimeout: true };

/** A cache of responses with products. */
export interface ProductCache {
  /** Removes all responses; never fails. */
  flush(): Promise<void>;
}

/** The cache of the API's stage, which holds nothing but responses with products. */
export class StageCache implements ProductCache {
  readonly #client: Pick<APIGatewayClient, 'send'>;
  readonly #stage: { readonly restApiId: string; readonly stageName: string };

  constructor(client: Pick<APIGatewayClient, 'send'>, stage: { restApiId: string; stageName: string }) {
    this.#client = client;
    this.#stage = stage;
  }

  /**
   * Flushes the cache.
   *
   * A failure is only logged: the product has been changed already, and undoing the change could fail too. The cache then
   * shows old prices until its entries expire; orders are priced from the table.
   */
  async flush(): Promise<void> {
    try {
      await this.#client.send(new FlushStageCacheCommand(this.#stage));
    } catch (error) {
      logger.error('The cache could not be flushed: it shows the previous products until its entries expire', {
        error: error as Error,
      });
    }
  }
}

/** The product cache that a function's settings name; one that holds nothing if the stage has no cache. */
export function productCache({
  CACHED_API_ID,
  CACHED_STAGE,
}: Settings<never, 'CACHED_API_ID' | 'CACHED_STAGE'>): ProductCache {
  if (!CACHED_API_ID || !CACHED_STAGE) return { flush: async () => {} };
  const client = new APIGatewayClient({ maxAttempts: 2, requestHandler: TIMEOUTS });
  return new StageCache(client, { restApiId: CACHED_API_ID, stageName: CACHED_STAGE });
}
