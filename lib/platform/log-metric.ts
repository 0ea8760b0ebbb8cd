import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { PlatformFunction } from './platform-function.ts';

/** Properties for `logMetric`. */
export interface LogMetricProps {
  /** The function whose log is filtered. */
  readonly source: PlatformFunction;
  /** The entries to count. */
  readonly pattern: logs.IFilterPattern;
  /** The name of the metric, to which the name of the stack is appended. */
  readonly name: string;
  /**
   * Appends the id of the function to the name too, for a metric of each function of a stack.
   *
   * @default false
   */
  readonly perFunction?: boolean;
  /**
   * The value of an entry.
   *
   * @default '1'
   */
  readonly value?: string;
}

/** Returns the sum of the entries in a function's log that match a pattern. */
export function logMetric(scope: Construct, id: string, props: LogMetricProps): cloudwatch.Metric {
  const { source, pattern, name, perFunction = false, value = '1' } = props;
  const filter = new logs.MetricFilter(scope, id, {
    logGroup: source.logGroup,
    filterPattern: pattern,
    metricNamespace: 'OrderPlatform',
    metricName: [name, source.stack.stackName, ...(perFunction ? [source.node.id] : [])].join('-'),
    metricValue: value,
  });
  return filter.metric({ statistic: 'Sum' });
}
