import { compensateEndedExecution, endedExecution } from './compensate-ended-execution.ts';
import { compensationFromEnvironment } from './compensation-from-environment.ts';

const ports = compensationFromEnvironment();

export const handler = async (event: unknown) => ({
  status: await compensateEndedExecution(ports, endedExecution.parse(event)),
});
