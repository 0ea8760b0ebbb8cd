const SECTION = /^<!-- generated: ([^\n]+) -->\n.*?^<!-- end of generated -->$/gms;

/**
 * A page whose sections between markers are generated; the rest is written by hand.
 *
 * A section begins with `<!-- generated: subject -->` and ends with `<!-- end of generated -->`, each on its own line.
 */
export function withSections(page: string, sectionOf: (subject: string) => string): string {
  if (!page.match(SECTION)) throw new Error('A page with generated sections must contain their markers');
  return page.replaceAll(
    SECTION,
    (_, subject) => `<!-- generated: ${subject} -->\n${sectionOf(subject)}<!-- end of generated -->`,
  );
}
