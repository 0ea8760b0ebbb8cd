import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** A charge, void or refund in the payment sandbox. */
export interface LedgerEntry {
  readonly kind: 'CHARGE' | 'VOID' | 'REFUND';
  /** In minor units of the currency; negative for money returned to the customer. */
  readonly amount: number;
}

/** The payments of a deployed stage, as its payment sandbox recorded them. */
export class PaymentLedger {
  readonly #url: string;
  readonly #credential: string;

  private constructor(url: string, credential: string) {
    this.#url = url;
    this.#credential = credential;
  }

  /** Creates the ledger of a stage that uses the payment sandbox. */
  static async of(stage: StageConfig, outputs: StackOutputs): Promise<PaymentLedger> {
    const client = new SecretsManagerClient({ region: stage.region });
    const SecretId = outputs.get('PaymentCredentialSecret');
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    return new PaymentLedger(outputs.get('PaymentSandboxUrl'), SecretString);
  }

  /** Returns the charges, voids and refunds of an order, oldest first. */
  async entriesOf(orderId: string): Promise<LedgerEntry[]> {
    const headers = { authorization: `Bearer ${this.#credential}` };
    const response = await fetch(`${this.#url}/ledger?order=${orderId}`, { headers });
    if (response.status !== 200) throw new Error(`the ledger answered ${response.status}: ${await response.text()}`);
    const { entries } = (await response.json()) as { entries: LedgerEntry[] };
    return entries;
  }

  /** Returns the net amount that an order was charged, in minor units of the currency. */
  async balanceOf(orderId: string): Promise<number> {
    return (await this.entriesOf(orderId)).reduce((sum, { amount }) => sum + amount, 0);
  }
}
