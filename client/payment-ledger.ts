import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** A movement of money in the payment sandbox. */
export interface LedgerEntry {
  readonly kind: 'CHARGE' | 'VOID' | 'REFUND';
  /** In minor units of the currency; negative for what goes back to the customer. */
  readonly amount: number;
}

/** What the payment sandbox of a deployed stage knows of orders. */
export class PaymentLedger {
  readonly #url: string;
  readonly #credential: string;

  private constructor(url: string, credential: string) {
    this.#url = url;
    this.#credential = credential;
  }

  /** The ledger of a stage that pays with the sandbox. */
  static async of(stage: StageConfig, outputs: StackOutputs): Promise<PaymentLedger> {
    const client = new SecretsManagerClient({ region: stage.region });
    const SecretId = outputs.get('PaymentCredentialSecret');
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    return new PaymentLedger(outputs.get('PaymentSandboxUrl'), SecretString);
  }

  /** What was charged for an order and given back, in order. */
  async entriesOf(orderId: string): Promise<LedgerEntry[]> {
    const headers = { authorization: `Bearer ${this.#credential}` };
    const response = await fetch(`${this.#url}/ledger?order=${orderId}`, { headers });
    if (response.status !== 200) throw new Error(`the ledger answered ${response.status}: ${await response.text()}`);
    const { entries } = (await response.json()) as { entries: LedgerEntry[] };
    return entries;
  }

  /** What an order has cost its customer in the end. */
  async balanceOf(orderId: string): Promise<number> {
    return (await this.entriesOf(orderId)).reduce((sum, { amount }) => sum + amount, 0);
  }
}
