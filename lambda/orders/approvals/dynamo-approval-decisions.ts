import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import type { Settings } from '../../platform/settings.ts';
import type { DECISION_SETTINGS } from '../decisions/decision-record.ts';
import { type DecisionTable, decisionTable, recording } from '../decisions/dynamo-decisions.ts';
import type { Approval, ApprovalDecisions, Decision, NeverRequested } from './approvals.ts';
import { DynamoApprovals } from './dynamo-approvals.ts';

/** The number of attempts of a decision that conflicts with others. */
const MAX_ATTEMPTS = 5;

/** The tables of a `DynamoApprovalDecisions`. */
export interface ApprovalDecisionTables {
  readonly approvals: string;
  readonly decisions: DecisionTable;
}

/** Operators' decisions in DynamoDB: one transaction ends the approval and records the decision. */
export class DynamoApprovalDecisions implements ApprovalDecisions {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: ApprovalDecisionTables;
  readonly #approvals: DynamoApprovals;

  constructor(client: DynamoDBDocumentClient, tables: ApprovalDecisionTables, now = () => new Date()) {
    this.#client = client;
    this.#tables = tables;
    this.#approvals = new DynamoApprovals(client, tables.approvals, now);
  }

  async decide(
    orderId: string,
    decision: Decision,
    by: string,
    at: string,
  ): Promise<Approval | NeverRequested | undefined> {
    const kind = decision === 'APPROVED' ? 'ORDER_APPROVED' : 'ORDER_DENIED';
    const Put = recording(this.#tables.decisions, { kind, orderId, by, at });
    const Update = this.#approvals.ending(orderId, decision, by, at);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems: [{ Update }, { Put }] }));
        return this.#approvals.find(orderId);
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
        if (codes[0] === 'ConditionalCheckFailed') return this.#approvals.find(orderId);
        if (!codes.includes('TransactionConflict')) throw error;
      }
    }
    throw new Error(`the approval of order ${orderId} is decided by too many requests at once`);
  }
}

/** The decisions on approvals, with the tables that a function's settings name. */
export function approvalDecisions(
  settings: Settings<'APPROVALS_TABLE' | (typeof DECISION_SETTINGS)[number]>,
): DynamoApprovalDecisions {
  const tables = { approvals: settings.APPROVALS_TABLE, decisions: decisionTable(settings) };
  return new DynamoApprovalDecisions(documentClient(), tables);
}
