import { Logger } from '@aws-lambda-powertools/logger';
import { APIGatewayClient, FlushStageCacheCommand } from '@aws-sdk/client-api-gateway';
import { setting } from '../../platform/settings.ts';

const logger = new Logger();

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

/** The cache this function was told of, which only stages with a cache have. */
export function productCacheFromEnvironment(): ProductCache {
  if (!process.env.CACHED_API_ID) return { flush: async () => {} };
  return new StageCache(new APIGatewayClient({ maxAttempts: 2, requestHandler: { requestTimeout: 2_000 } }), {
    restApiId: process.env.CACHED_API_ID,
    stageName: setting('CACHED_STAGE'),
  });
}
