import { AnswerCase } from './contract/doors.ts';
import { answerCase } from './doors/answer-case.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The same door by direct invocation. */
export const handler = step(
  AnswerCase,
  async (answer, ports) => {
    await answerCase(answer, ports);
    return { case: answer.case };
  },
  workflowPorts,
);
