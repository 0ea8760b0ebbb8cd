import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHolds } from '../platform/conditional-update.ts';
import type { StoredDocument } from './stored-document.ts';

/** The index of documents by customer. */
export interface DocumentIndex {
  /** Records a document, unless the index has this version or a later one. */
  record(document: StoredDocument): Promise<'RECORDED' | 'KNOWN'>;
}

/** The index in DynamoDB. */
export class DynamoDocumentIndex implements DocumentIndex {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async record(document: StoredDocument): Promise<'RECORDED' | 'KNOWN'> {
    const recorded = await conditionHolds(
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: document,
          ConditionExpression: 'attribute_not_exists(documentKey) OR sequencer < :sequencer',
          ExpressionAttributeValues: { ':sequencer': document.sequencer },
        }),
      ),
    );
    return recorded ? 'RECORDED' : 'KNOWN';
  }
}
