import { describeApprovals } from './approvals/approvals-contract.ts';
import { InMemoryApprovals } from './approvals/in-memory-approvals.ts';
import { InMemoryShipments } from './shipments/in-memory-shipments.ts';
import { describeShipments } from './shipments/shipments-contract.ts';

const approvals = new InMemoryApprovals();
describeApprovals('memory', () => approvals);

const shipments = new InMemoryShipments();
describeShipments('memory', () => shipments);
