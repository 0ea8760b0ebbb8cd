import { JsonService } from './json-service.ts';
import { ServiceError } from './service-error.ts';
import { answerOf } from './step-functions.ts';

/** A data stream: takes a record, or refuses it. @throws ServiceError */
export type DataStream = (partitionKey: string, data: string) => void;

interface Input {
  readonly StreamName: string;
  readonly Records: readonly { readonly PartitionKey: string; readonly Data: string }[];
}

/** Kinesis Data Streams in memory, as far as the platform calls it. */
export function kinesis(streams: Readonly<Record<string, DataStream>>): JsonService {
  const answers = {
    PutRecords: ({ StreamName, Records }: Input) => {
      const stream = streams[StreamName];
      if (!stream) throw new ServiceError('ResourceNotFoundException', StreamName);
      const results = Records.map((record) => resultOf(stream, record));
      return { FailedRecordCount: results.filter(({ ErrorCode }) => ErrorCode).length, Records: results };
    },
  };
  return new JsonService(
    'Kinesis',
    ({ StreamName }: Input) => StreamName,
    (operation, input) => answerOf(answers, operation)(input),
  );
}

function resultOf(stream: DataStream, { PartitionKey, Data }: Input['Records'][number]) {
  try {
    stream(PartitionKey, Buffer.from(Data, 'base64').toString());
    return { SequenceNumber: '1', ShardId: 'shardId-0' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { ErrorCode: error.name, ErrorMessage: error.message };
  }
}
