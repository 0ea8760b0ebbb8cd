import { dynamoInVirtualTime, memoryInVirtualTime } from './orders-in-virtual-time.ts';
import { describeParallelOrders } from './parallel-orders-contract.ts';

describeParallelOrders('memory', memoryInVirtualTime, 30);
describeParallelOrders('a simulated DynamoDB', dynamoInVirtualTime, 30);
