import { describeApprovals } from './approvals/approvals-contract.ts';
import { InMemoryApprovalDecisions } from './approvals/in-memory-approval-decisions.ts';
import { InMemoryApprovals } from './approvals/in-memory-approvals.ts';
import { InMemoryDecisions } from './decisions/in-memory-decisions.ts';
import { InMemoryShipments } from './shipments/in-memory-shipments.ts';
import { describeShipments } from './shipments/shipments-contract.ts';

const approvals = new InMemoryApprovals();
const records = new InMemoryDecisions();
describeApprovals('memory', () => ({
  approvals,
  decisions: new InMemoryApprovalDecisions(approvals, records),
  recorded: async (orderId) => records.onOrder(orderId),
}));

const shipments = new InMemoryShipments();
describeShipments('memory', () => shipments);
