import { Logger } from '@aws-lambda-powertools/logger';
import { APIGatewayClient, FlushStageCacheCommand } from '@aws-sdk/client-api-gateway';
import { setting } from '../../platform/settings.ts';

const logger = new Logger();

/** What may still answer with products as they were. */
export interface ProductCache {
  /** Forgets all products; never fails. */
  flush(): Promise<void>;
}

/** The cache of the API's stage. */
export class StageCache implements ProductCache {
  readonly #client: Pick<APIGatewayClient, 'send'>;
  readonly #stage: { readonly restApiId: string; readonly stageName: string };

  constructor(client: Pick<APIGatewayClient, 'send'>, stage: { restApiId: string; stageName: string }) {
    this.#client = client;
    this.#stage = stage;
  }

  /**
   * Forgets what the stage has cached, which is nothing but products.
   *
   * A failure is logged, and the change that was made stands: refusing it would be a lie, and undoing it a second
   * chance to fail. Old prices then show for as long as the cache keeps them; orders are priced from the table.
   */
  async flush(): Promise<void> {
    try {
      await this.#client.send(new FlushStageCacheCommand(this.#stage));
    } catch (error) {
      logger.error('The cache could not be flushed: products show as they were until it expires', {
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
