/** What each service is called: in signatures and addresses, and in the variable that names another endpoint for it. */
export const services = {
  dynamodb: { host: 'dynamodb', variable: 'AWS_ENDPOINT_URL_DYNAMODB' },
  states: { host: 'states', variable: 'AWS_ENDPOINT_URL_SFN' },
  sns: { host: 'sns', variable: 'AWS_ENDPOINT_URL_SNS' },
  s3: { host: 's3', variable: 'AWS_ENDPOINT_URL_S3' },
} as const;

export type ServiceName = keyof typeof services;

/** The regions of AWS's public partition; the others have domains of their own. */
const publicRegion = /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/;

/**
 * Where a service is, in this order: as given, as the environment says (`AWS_ENDPOINT_URL_DYNAMODB`, for a laptop), or AWS's address
 * for the region. `isAws` says that it is the last. Refused: a region of another partition than the public one.
 */
export function endpointOf(
  service: ServiceName,
  region: string,
  given?: string,
): { readonly url: URL; readonly isAws: boolean } {
  const { host, variable } = services[service];
  const other = given ?? process.env[variable];
  if (other) return { url: new URL(other), isAws: false };
  if (!publicRegion.test(region))
    throw new Error(`The region is "${region}"; allowed are those of AWS's public partition.`);
  return { url: new URL(`https://${host}.${region}.amazonaws.com`), isAws: true };
}
