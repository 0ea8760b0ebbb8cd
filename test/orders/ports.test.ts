import { describeApprovals } from './approvals-contract.ts';
import { InMemoryApprovals } from './in-memory-approvals.ts';
import { InMemoryShipments } from './in-memory-shipments.ts';
import { describeShipments } from './shipments-contract.ts';

const approvals = new InMemoryApprovals();
describeApprovals('memory', () => approvals);

const shipments = new InMemoryShipments();
describeShipments('memory', () => shipments);
