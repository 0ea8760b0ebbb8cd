import { lakeTransformation } from './lake-transformation.ts';
import { shopEventLakeRow } from './shop-event-row.ts';

export const handler = lakeTransformation(shopEventLakeRow);
