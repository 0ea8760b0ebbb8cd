/** Returns the address of an API: its own on AWS, a path below the endpoint of an emulator. */
export function apiAddress(apiUrl: URL, endpoint: string | undefined): URL {
  if (!endpoint) return apiUrl;
  const apiId = apiUrl.hostname.split('.')[0];
  return new URL(`/restapis/${apiId}${apiUrl.pathname.replace(/\/$/, '')}/_user_request_/`, endpoint);
}
