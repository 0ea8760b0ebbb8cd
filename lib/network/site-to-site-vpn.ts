import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { PRIVATE_SUBNETS } from '../platform/private-subnets.ts';
import type { NetworkConfig } from '../stages/network-config.ts';

/** The maximum of `BgpAsn`; larger numbers go to `BgpAsnExtended`. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
const LARGEST_BGP_ASN = 2_147_483_647;

/** Properties for a `SiteToSiteVpn`. */
export interface SiteToSiteVpnProps {
  /** The VPC to connect. */
  readonly vpc: ec2.Vpc;
  /** The configuration of the VPN. */
  readonly vpn: NonNullable<NetworkConfig['vpn']>;
}

/** A VPN connection between the private subnets and the networks behind a customer gateway, with static routes. */
export class SiteToSiteVpn extends Construct {
  constructor(scope: Construct, id: string, props: SiteToSiteVpnProps) {
    super(scope, id);
    const { vpc, vpn } = props;

    // `VpnConnection` would enable the gateway too, but with the customer's ASN on Amazon's side.
    vpc.enableVpnGateway({ type: ec2.VpnConnectionType.IPSEC_1, vpnRoutePropagation: [PRIVATE_SUBNETS] });
    const connection = new ec2.VpnConnection(this, 'Connection', {
      vpc,
      ip: vpn.customerGatewayAddress,
      asn: vpn.customerAsn,
      staticRoutes: [],
    });
    if (vpn.customerAsn > LARGEST_BGP_ASN) {
      const gateway = connection.node.findChild('CustomerGateway') as ec2.CfnCustomerGateway;
      gateway.bgpAsn = undefined;
      gateway.bgpAsnExtended = vpn.customerAsn;
    }

    // `staticRoutes` would derive ids from the digits alone, which are the same for 10.1.11.0/24 and 10.11.1.0/24.
    for (const range of vpn.remoteRanges) {
      new ec2.CfnVPNConnectionRoute(this, `RouteTo${range.replace('/', '-')}`, {
        vpnConnectionId: connection.vpnId,
        destinationCidrBlock: range,
      });
    }
  }
}
