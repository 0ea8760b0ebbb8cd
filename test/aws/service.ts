import type { HttpRequest, HttpResponse } from './http.ts';
import type { ServiceError } from './service-error.ts';

/** A request that a service has understood, but not performed. */
export interface ServiceRequest {
  /** The service, the resource and the operation: `DynamoDB Orders.GetItem`. */
  readonly name: string;
  /** Performs the request. */
  readonly perform: () => Promise<HttpResponse>;
  /** The response with an error instead. */
  readonly fail: (error: ServiceError) => HttpResponse;
}

/** A service in memory, by the requests that it receives over HTTP. */
export interface Service {
  receive(request: HttpRequest): ServiceRequest;
}
