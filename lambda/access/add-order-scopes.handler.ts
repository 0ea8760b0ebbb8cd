import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { addOrderScopes } from './add-order-scopes.ts';

export const handler = async (event: PreTokenGenerationV2TriggerEvent) => addOrderScopes(event);
