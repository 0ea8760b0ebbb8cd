import { contains, overlaps, parseRange, usableAddresses } from '../../lib/stages/address-range.ts';

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.1/24', '10.0.0/16', 'ten', ''])('takes no range from %p', (text) => {
  expect(parseRange(text)).toBeUndefined();
});

test('sees that a range inside another overlaps it, whichever comes first', () => {
  expect(overlaps('10.0.0.0/16', '10.0.4.0/24')).toBe(true);
  expect(overlaps('10.0.4.0/24', '10.0.0.0/16')).toBe(true);
  expect(overlaps('10.0.4.0/24', '10.0.5.0/24')).toBe(false);
});

test('tells a range inside another from one that only overlaps it', () => {
  expect(contains('10.0.0.0/16', '10.0.255.0/24')).toBe(true);
  expect(contains('10.0.0.0/24', '10.0.0.0/16')).toBe(false);
});

test('leaves all but five of the addresses of a subnet: 10.0.0.0/22 in four subnets has 4 × 251', () => {
  const quarters = ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'];
  expect(quarters.map(usableAddresses)).toEqual([251, 251, 251, 251]);
  expect(quarters.every((quarter) => contains('10.0.0.0/22', quarter))).toBe(true);
});

test('names a malformed range instead of counting its addresses', () => {
  expect(() => usableAddresses('10.0.0.0/99')).toThrow('10.0.0.0/99');
});
