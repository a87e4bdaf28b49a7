/** One metric of CloudWatch's embedded metric format: where in the line its dimensions' values and its name are. */
interface Directive {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string }[];
}

/**
 * The custom metrics that a log reports, each once, as `namespace/dimension=value,…/name`: every set of dimension values is a metric
 * of its own, and is billed as one.
 */
export function metricsIn(log: string): string[] {
  const found = log.split('\n').flatMap((line) => {
    if (!line.includes('"CloudWatchMetrics"')) return [];
    const { _aws: aws, ...values } = JSON.parse(line) as {
      _aws: { CloudWatchMetrics: readonly Directive[] };
    } & Record<string, unknown>;
    return aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((names) => {
        const dimensions = names.map((name) => `${name}=${String(values[name])}`).join(',');
        return Metrics.map(({ Name }) => `${Namespace}/${dimensions}/${Name}`);
      }),
    );
  });
  return [...new Set(found)].sort();
}
