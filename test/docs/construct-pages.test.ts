import { membersOf, propertiesOf, purposeOf } from '../../docs/generator/constructs/documented.ts';
import { exampleOf } from '../../docs/generator/constructs/example.ts';

const SOURCE = `
/** Properties for a \`Door\`. */
export interface DoorProps {
  /** The number of keys. */
  readonly keys: number;
  /**
   * The text on the door
   * or beside it.
   *
   * @default - no text
   */
  readonly text?: string | undefined;
}

/**
 * A door.
 *
 * It opens.
 */
export class Door extends Construct {
  /** The lock. */
  public readonly lock: Lock;

  /** Grants opening it. */
  public grantOpen(opener: Opener): Grant {}

  #hinge(): void {}
}
`;

test('the purpose of a construct is its doc comment', () => {
  expect(purposeOf('Door', SOURCE)).toBe('A door.\n\nIt opens.');
  expect(() => purposeOf('Window', SOURCE)).toThrow('Window must be exported with a doc comment');
});

test('a property has its type, its text and its default', () => {
  expect(propertiesOf('Door', SOURCE)).toEqual([
    { name: 'keys', type: 'number', text: 'The number of keys.', byDefault: undefined },
    { name: 'text', type: 'string | undefined', text: 'The text on the door\nor beside it.', byDefault: 'no text' },
  ]);
});

test('a property without a doc comment fails the page: it would be missing there', () => {
  const undocumented = SOURCE.replace('  /** The number of keys. */\n', '');
  expect(() => propertiesOf('Door', undocumented)).toThrow('Each of the 2 properties of Door must have a doc comment');
});

test('public members are named, private ones are not', () => {
  expect(membersOf('Door', SOURCE)).toEqual([
    { name: 'lock', text: 'The lock.' },
    { name: 'grantOpen()', text: 'Grants opening it.' },
  ]);
});

test('an example is the whole statement, without its indentation', () => {
  const source =
    "import { Door } from './door.ts';\n\n    new Door(this, 'Front', {\n      keys: 2,\n    });\n    other();\n";
  expect(exampleOf('Door', source)).toBe("new Door(this, 'Front', {\n  keys: 2,\n});");
  expect(() => exampleOf('Window', source)).toThrow('An example of Window must use it');
});
