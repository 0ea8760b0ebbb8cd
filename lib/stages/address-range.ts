import ipaddr from 'ipaddr.js';

/** An IPv4 range: its first address and the length of its prefix in bits. */
export interface AddressRange {
  readonly address: ipaddr.IPv4;
  readonly prefix: number;
}

/** Parses a range in CIDR notation. Returns undefined if it is malformed or has host bits set. */
export function parseRange(text: string): AddressRange | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
  const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
  const network = ipaddr.IPv4.networkAddressFromCIDR(text);
  return network.toString() === address.toString() ? { address, prefix } : undefined;
}

/** Returns true if two ranges share an address, and false if either is malformed. */
export function overlaps(left: string, right: string): boolean {
  const [a, b] = [parseRange(left), parseRange(right)];
  return a !== undefined && b !== undefined && a.address.match(b.address, Math.min(a.prefix, b.prefix));
}

/** Returns true if `outer` includes every address of `inner`, and false if either is malformed. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parseRange(outer), parseRange(inner)];
  return a !== undefined && b !== undefined && b.prefix >= a.prefix && b.address.match(a.address, a.prefix);
}
