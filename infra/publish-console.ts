/**
 * Builds the console and puts it into the bucket that CloudFront serves it from:
 *
 *     npx cdk deploy --all --outputs-file .cache/outputs.json
 *     npm run publish-console -- --outputs .cache/outputs.json
 *
 * With the credentials of whoever deploys; nothing in the account is given a right to the bucket for it (ADR 17). What was there
 * before stays, so a page that somebody has open finds its parts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { consoleFiles, consoleOutputs } from './console-files.ts';
import { repository } from './repository.ts';

const { values } = parseArgs({ options: { outputs: { type: 'string' } } });
const outputsFile = values.outputs ?? join(repository, '.cache/outputs.json');
if (!existsSync(outputsFile)) {
  process.stderr.write(
    `There is no ${outputsFile}; "cdk deploy --outputs-file" writes it, --outputs names it.\n`,
  );
  process.exit(2);
}
const outputs = consoleOutputs(JSON.parse(readFileSync(outputsFile, 'utf8')));
const folder = join(repository, '.cache/deployed-console');
execFileSync(process.execPath, [join(repository, 'console/build.ts'), '--outdir', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const files = consoleFiles(folder, outputs);
const s3 = new S3Client({});
for (const [index, { key, body, contentType, cacheControl }] of files.entries()) {
  await s3.send(
    new PutObjectCommand({
      Bucket: outputs.bucket,
      Key: key,
      Body: body,
      ContentType: contentType,
      CacheControl: cacheControl,
    }),
  );
  process.stdout.write(`${index + 1}/${files.length}  ${key}\n`);
}
process.stdout.write(`The console is in ${outputs.bucket}.\n`);
