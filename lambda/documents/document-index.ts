import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
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
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: document,
          ConditionExpression: 'attribute_not_exists(documentKey) OR sequencer < :sequencer',
          ExpressionAttributeValues: { ':sequencer': document.sequencer },
        }),
      );
      return 'RECORDED';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'KNOWN';
      throw error;
    }
  }
}
