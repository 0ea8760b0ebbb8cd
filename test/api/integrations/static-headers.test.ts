import { mergeHeaders, staticHeaders } from '../../../lib/api/answers/static-headers.ts';

test('a value becomes a quoted expression', () => {
  expect(staticHeaders({ 'x-content-type-options': 'nosniff' })).toEqual({
    'method.response.header.x-content-type-options': "'nosniff'",
  });
});

test('a later header replaces an earlier one of the same name in any case', () => {
  expect(mergeHeaders({ 'cache-control': 'no-store', etag: '"1"' }, { 'Cache-Control': 'max-age=60' })).toEqual({
    'Cache-Control': 'max-age=60',
    etag: '"1"',
  });
});
