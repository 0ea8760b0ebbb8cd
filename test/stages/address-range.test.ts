import { contains, overlaps, parseRange } from '../../lib/stages/address-range.ts';

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.1/24', '10.0.0/16', 'ten', ''])('does not parse %p', (text) => {
  expect(parseRange(text)).toBeUndefined();
});

test('a range overlaps one that contains it, in either order', () => {
  expect(overlaps('10.0.0.0/16', '10.0.4.0/24')).toBe(true);
  expect(overlaps('10.0.4.0/24', '10.0.0.0/16')).toBe(true);
  expect(overlaps('10.0.4.0/24', '10.0.5.0/24')).toBe(false);
});

test('a range contains its parts, and is not contained in them', () => {
  expect(contains('10.0.0.0/16', '10.0.255.0/24')).toBe(true);
  expect(contains('10.0.0.0/24', '10.0.0.0/16')).toBe(false);
});
