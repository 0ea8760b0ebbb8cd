import { mergeHeaders, staticHeaders } from '../../../lib/api/answers/static-headers.ts';

test('a plain value becomes an expression for that value', () => {
  expect(staticHeaders({ 'x-content-type-options': 'nosniff' })).toEqual({
    'method.response.header.x-content-type-options': "'nosniff'",
  });
});

test('a later header stands in place of an earlier one, whatever the case of its name', () => {
  expect(mergeHeaders({ 'cache-control': 'no-store', etag: '"1"' }, { 'Cache-Control': 'max-age=60' })).toEqual({
    'Cache-Control': 'max-age=60',
    etag: '"1"',
  });
});
