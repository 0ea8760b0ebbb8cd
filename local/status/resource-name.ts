import { local } from '../../lib/stages/local.ts';

/** Physical names as CloudFormation generates them: stack, logical id with the hash of the CDK, random characters. */
const GENERATED = /^(?<stack>.+)-(?<id>[A-Za-z][A-Za-z0-9]*?)[0-9A-F]{8}-[0-9A-F]{13}(\.fifo)?$/;

/** Returns the stack and the construct of a resource by its name, without the characters that CloudFormation generated. */
export function resourceName(physicalName: string): string {
  const { stack, id } = GENERATED.exec(physicalName)?.groups ?? {};
  return stack && id ? `${stack.replace(new RegExp(`^${local.name}-`), '')} ${id}` : physicalName;
}
