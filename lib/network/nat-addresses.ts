import { CfnOutput } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { zoneLetter } from './zone.ts';

/** Properties for `NatAddresses`. */
export interface NatAddressesProps {
  /** The stage of the NAT gateways. */
  readonly stage: StageConfig;
}

/**
 * The public addresses of the functions' requests, one for each NAT gateway.
 *
 * External systems allow-list them. They outlive the gateways and, if the stage retains its data, the stack.
 */
export class NatAddresses extends Construct {
  /** The allocation ids for the NAT gateways, in the order of the stage's zones. */
  public readonly allocationIds: string[];

  constructor(scope: Construct, id: string, props: NatAddressesProps) {
    super(scope, id);
    const { network } = props.stage;

    this.allocationIds = network.zones.slice(0, network.natGateways).map(({ name }) => {
      const address = new ec2.CfnEIP(this, zoneLetter(name), { domain: 'vpc' });
      address.applyRemovalPolicy(removalPolicyOf(props.stage));
      new CfnOutput(this, `${zoneLetter(name)}Output`, {
        description: `Public address of requests that leave through ${name}, for the payment provider to allow-list.`,
        value: address.attrPublicIp,
      }).overrideLogicalId(`NatAddress${zoneLetter(name)}`);
      return address.attrAllocationId;
    });
  }
}
