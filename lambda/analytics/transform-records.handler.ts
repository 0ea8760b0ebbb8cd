import { lakeTransformation } from './lake-transformation.ts';
import { orderEventLakeRow } from './order-event-row.ts';

export const handler = lakeTransformation(orderEventLakeRow);
