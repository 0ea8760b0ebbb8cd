import { productChanges } from '../../orders/products/dynamo-product-changes.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { deleteProductEntry, deleteProductRoute } from './delete-product-route.ts';
import { productCache } from './product-cache.ts';

const settings = settingsOf(deleteProductEntry);

export const handler = route(settings, deleteProductRoute(productChanges(settings), productCache(settings)));
