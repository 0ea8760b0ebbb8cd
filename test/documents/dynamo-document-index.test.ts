import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDocumentIndex } from '../../lambda/documents/document-index.ts';
import type { StoredDocument } from '../../lambda/documents/stored-document.ts';
import { documentClientOf } from '../aws/dynamodb/document-client.ts';
import { describeDocumentIndex } from './document-index-contract.ts';

const { client } = documentClientOf({ documents: { partition: 'customerId', sort: 'documentKey' } });
const index = new DynamoDocumentIndex(client, 'documents');

describeDocumentIndex('a DynamoDB in memory', () => ({
  record: (document) => index.record(document),
  documentsOf: async (customerId) => {
    const query = {
      TableName: 'documents',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
    };
    return ((await client.send(new QueryCommand(query))).Items ?? []) as StoredDocument[];
  },
}));
