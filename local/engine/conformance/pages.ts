const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const API = 'https://docs.aws.amazon.com/step-functions/latest/apireference/';
const JSONATA = 'https://docs.jsonata.org/';

/** Every document that a row of the table cites: its title and where it is published. */
export const pages = {
  structure: { title: 'State machine structure', url: `${GUIDE}statemachine-structure.html` },
  task: { title: 'Task workflow state', url: `${GUIDE}state-task.html` },
  choice: { title: 'Choice workflow state', url: `${GUIDE}state-choice.html` },
  wait: { title: 'Wait workflow state', url: `${GUIDE}state-wait.html` },
  pass: { title: 'Pass workflow state', url: `${GUIDE}state-pass.html` },
  succeed: { title: 'Succeed workflow state', url: `${GUIDE}state-succeed.html` },
  fail: { title: 'Fail workflow state', url: `${GUIDE}state-fail.html` },
  errors: {
    title: 'Handling errors in Step Functions workflows',
    url: `${GUIDE}concepts-error-handling.html`,
  },
  practices: { title: 'Best practices for Step Functions', url: `${GUIDE}sfn-best-practices.html` },
  transforming: {
    title: 'Transforming data with JSONata in Step Functions',
    url: `${GUIDE}transforming-data.html`,
  },
  variables: {
    title: 'Passing data between states with variables',
    url: `${GUIDE}workflow-variables.html`,
  },
  context: {
    title: 'Accessing execution data from the Context object',
    url: `${GUIDE}input-output-contextobject.html`,
  },
  quotas: { title: 'Step Functions service quotas', url: `${GUIDE}service-quotas.html` },
  lambda: {
    title: 'Invoke an AWS Lambda function with Step Functions',
    url: `${GUIDE}connect-lambda.html`,
  },
  patterns: {
    title: 'Discover service integration patterns',
    url: `${GUIDE}connect-to-resource.html`,
  },
  start: { title: 'API reference: StartExecution', url: `${API}API_StartExecution.html` },
  taskSuccess: { title: 'API reference: SendTaskSuccess', url: `${API}API_SendTaskSuccess.html` },
  taskFailure: { title: 'API reference: SendTaskFailure', url: `${API}API_SendTaskFailure.html` },
  heartbeat: { title: 'API reference: SendTaskHeartbeat', url: `${API}API_SendTaskHeartbeat.html` },
  stateExited: {
    title: 'API reference: StateExitedEventDetails',
    url: `${API}API_StateExitedEventDetails.html`,
  },
  spec: { title: 'Amazon States Language', url: 'https://states-language.net/spec.html' },
  jsonataSimple: { title: 'JSONata: Simple queries', url: `${JSONATA}simple` },
  jsonataPredicate: { title: 'JSONata: Predicate queries', url: `${JSONATA}predicate` },
  jsonataConstruction: { title: 'JSONata: Result structures', url: `${JSONATA}construction` },
  jsonataProgramming: { title: 'JSONata: Programming constructs', url: `${JSONATA}programming` },
  jsonataRegex: { title: 'JSONata: Regular expressions', url: `${JSONATA}regex` },
  jsonataPaths: { title: 'JSONata: Path operators', url: `${JSONATA}path-operators` },
  jsonataNumeric: { title: 'JSONata: Numeric operators', url: `${JSONATA}numeric-operators` },
  jsonataComparison: {
    title: 'JSONata: Comparison operators',
    url: `${JSONATA}comparison-operators`,
  },
  jsonataBoolean: { title: 'JSONata: Boolean operators', url: `${JSONATA}boolean-operators` },
  jsonataOther: { title: 'JSONata: Other operators', url: `${JSONATA}other-operators` },
  strings: { title: 'JSONata: String functions', url: `${JSONATA}string-functions` },
  numbers: { title: 'JSONata: Numeric functions', url: `${JSONATA}numeric-functions` },
  aggregation: { title: 'JSONata: Aggregation functions', url: `${JSONATA}aggregation-functions` },
  booleans: { title: 'JSONata: Boolean functions', url: `${JSONATA}boolean-functions` },
  arrays: { title: 'JSONata: Array functions', url: `${JSONATA}array-functions` },
  objects: { title: 'JSONata: Object functions', url: `${JSONATA}object-functions` },
  times: { title: 'JSONata: Date/Time functions', url: `${JSONATA}date-time-functions` },
  higherOrder: {
    title: 'JSONata: Higher order functions',
    url: `${JSONATA}higher-order-functions`,
  },
} as const;

export type Page = keyof typeof pages;
