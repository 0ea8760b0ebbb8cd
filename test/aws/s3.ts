import { type HttpRequest, response, textOf } from './http.ts';
import type { Service, ServiceRequest } from './service.ts';
import { ServiceError } from './service-error.ts';
import { xmlFailure } from './xml-protocol.ts';

/** A bucket: its objects by their keys, and what follows a new one. */
export interface Bucket {
  readonly objects: Map<string, string>;
  readonly onCreated?: (key: string, size: number) => void;
}

/** S3 in memory, as far as the platform calls it: it stores objects. */
export class S3 implements Service {
  readonly #buckets: Readonly<Record<string, Bucket>>;

  constructor(buckets: Readonly<Record<string, Bucket>>) {
    this.#buckets = buckets;
  }

  receive(request: HttpRequest): ServiceRequest {
    const { name, key } = objectOf(request);
    const operation = request.method === 'PUT' ? 'PutObject' : request.method;
    return {
      name: `S3 ${name}.${operation}`,
      perform: async () => {
        const bucket = this.#buckets[name];
        if (operation !== 'PutObject') throw new Error(`${operation} of S3 is not simulated`);
        if (!bucket) return xmlFailure(new ServiceError('NoSuchBucket', name, {}, 404));
        if (request.headers['if-none-match'] === '*' && bucket.objects.has(key)) {
          return xmlFailure(new ServiceError('PreconditionFailed', key, {}, 412));
        }
        const text = textOf(request);
        bucket.objects.set(key, text);
        bucket.onCreated?.(key, text.length);
        return { ...response(200, 'application/xml', ''), headers: { etag: '"simulated"' } };
      },
      fail: (error) => xmlFailure(error),
    };
  }
}

/** The bucket is in the name of the host or, if it cannot be, in the path. */
function objectOf({ hostname, path }: HttpRequest): { name: string; key: string } {
  const [host] = hostname.split(/\.?s3\.eu-central-1\./);
  const [first = '', ...parts] = decodeURIComponent(path).slice(1).split('/');
  return host ? { name: host, key: [first, ...parts].join('/') } : { name: first, key: parts.join('/') };
}
