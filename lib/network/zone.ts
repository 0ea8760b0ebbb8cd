/**
 * The letter that tells a zone from the others of its region.
 *
 * Ids and numbers are made of it, not of the zone's place in the list, so that a zone comes or goes without moving another.
 */
export function zoneLetter(name: string): string {
  return name.slice(-1).toUpperCase();
}

/** The place of a zone's letter in the alphabet, from zero. */
export function zoneNumber(name: string): number {
  return zoneLetter(name).charCodeAt(0) - 'A'.charCodeAt(0);
}
