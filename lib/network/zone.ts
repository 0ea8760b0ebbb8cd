/**
 * Returns the letter of an Availability Zone, in upper case.
 *
 * Ids derive from the letter, not from the position in the list, so that adding or removing a zone moves no other.
 */
export function zoneLetter(name: string): string {
  return name.slice(-1).toUpperCase();
}

/** Returns the position of a zone's letter in the alphabet, starting at zero. */
export function zoneNumber(name: string): number {
  return zoneLetter(name).charCodeAt(0) - 'A'.charCodeAt(0);
}
