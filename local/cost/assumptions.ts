/**
 * What this machine cannot measure of Lambda, and what is taken instead. Each is said with the figures that rest on it.
 *
 * One millisecond of a processor here is taken for 1.25 of a Graviton's: so far apart are the import of three SDK clients here and what
 * is published of it in Lambda (a Node 22 function with three clients: 250 ms of INIT, 100 to 150 of which are Node's own;
 * https://speedrun.nobackspacecrew.com/blog/2025/07/21/the-fastest-node-22-lambda-coldstart-configuration.html).
 */
export const CPU_FACTOR = 1.25;

/**
 * INIT without any bundle, in ms: the middle of what is reported of Node's "hello world", 100 to 150
 * (https://www.decodednode.com/2026/01).
 */
export const RUNTIME_INIT_MS = 125;

/**
 * A function has a whole processor at this much memory, in MB, and a share in proportion below it (Lambda Developer Guide, "Configure
 * Lambda function memory"). In INIT it has two, whatever its memory (the first source above).
 */
export const WHOLE_CPU_MB = 1769;

/** Waiting for the answer to a request, in ms: DynamoDB's single digits, and some tens of the others. */
export const DATABASE_WAIT_MS = 5;
export const SERVICE_WAIT_MS = 30;

/** Asked of all state machines at once, so that only one answer is waited for. */
export const ASKED_AT_ONCE = 'states.ListExecutions';

/** A first connection to a service: waiting for the network, and processor time for TLS, in ms. Here connections are plain. */
export const CONNECTION_WAIT_MS = 10;
export const CONNECTION_CPU_MS = 5;

/** Bytes and lines that Lambda itself logs of a cold call as text: INIT_START, START, END and REPORT. */
export const SYSTEM_LOG_BYTES = 460;
export const SYSTEM_LOG_LINES = 4;

/** CloudWatch counts this many bytes for each line besides its own (PutLogEvents). */
export const LOG_LINE_BYTES = 26;

/** DynamoDB asks KMS for the table's key again when a caller has not used it for so long, in ms. */
export const KEY_CACHE_MS = 5 * 60_000;

/** People who sign in in a month: the officials of the laptop, and a reader for each of a few regions. */
export const PEOPLE_PER_MONTH = 25;

/** Bytes that a workflow logs for each state, when it logs everything but data: five events of about 450 bytes. */
export const STATE_LOG_BYTES = 2250;

/** Bytes that the gateway and each web ACL log of a request. */
export const ACCESS_LOG_BYTES = 500;
export const ACL_LOG_BYTES = 1500;
