{
  "StartAt": "Open the year",
  "States": {
    "Open the year": {
      "Next": "Closed already?",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "open-case",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Closed already?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.state = 'closed' %}",
          "Next": "Nothing left to do"
        }
      ],
      "Default": "Compute the allocation"
    },
    "Compute the allocation": {
      "Next": "What was computed?",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "compute-allocation",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Decide the grants": {
      "Next": "Close the opening",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Output": {
            "case": "{% $states.input.case %}"
          },
          "ErrorEquals": [
            "ApprovalsDoNotHold"
          ],
          "Next": "Compute the allocation"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "conclude-case",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Approved?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.decision = 'approved' %}",
          "Next": "Decide the grants"
        },
        {
          "Condition": "{% $states.input.decision = 'pending' %}",
          "Next": "Wait for two approvals"
        },
        {
          "Condition": "{% $states.input.decision = 'rejected' %}",
          "Next": "Wait until something changes"
        },
        {
          "Condition": "{% $states.input.decision = 'changed' %}",
          "Next": "Compute the allocation"
        },
        {
          "Condition": "{% $states.input.decision = 'close' %}",
          "Output": {
            "case": "{% $states.input.case %}",
            "outcome": "without-payment"
          },
          "Next": "Close without grants"
        }
      ]
    },
    "Read the decision": {
      "Next": "Approved?",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "read-decision",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Wait for two approvals": {
      "Next": "Read the decision",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Output": {
            "case": "{% $states.input.case %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Go on in a new execution"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% $max([60, 28512000 - $floor(($toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)) / 1000)]) %}",
      "Arguments": {
        "FunctionName": "ask",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "token": "{% $states.context.Task.Token %}",
          "purpose": "approval",
          "watch": "{% $states.input.watch %}",
          "proposal": "{% $proposal %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "What was computed?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.outcome = 'waiting' %}",
          "Next": "Wait for missing inputs"
        },
        {
          "Condition": "{% $states.input.outcome = 'proposed' %}",
          "Assign": {
            "proposal": "{% $states.input.proposal %}"
          },
          "Next": "Wait for two approvals"
        },
        {
          "Condition": "{% $states.input.outcome = 'without-payment' %}",
          "Next": "Close without grants"
        }
      ]
    },
    "Wait for missing inputs": {
      "Next": "Compute the allocation",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Output": {
            "case": "{% $states.input.case %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Go on in a new execution"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% $max([60, 28512000 - $floor(($toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)) / 1000)]) %}",
      "Arguments": {
        "FunctionName": "ask",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "token": "{% $states.context.Task.Token %}",
          "purpose": "inputs",
          "watch": "{% $states.input.watch %}",
          "needs": "{% [$states.input.needs] %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Go on in a new execution": {
      "Next": "Goes on in a new execution",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "open-due",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "scheduledTime": "{% $states.context.State.EnteredTime %}",
          "goOn": "{% $states.input.case %}",
          "after": "{% $states.context.Execution.Name %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Wait until something changes": {
      "Next": "Read the decision",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Output": {
            "case": "{% $states.input.case %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Go on in a new execution"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% $max([60, 28512000 - $floor(($toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)) / 1000)]) %}",
      "Arguments": {
        "FunctionName": "ask",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "token": "{% $states.context.Task.Token %}",
          "purpose": "change",
          "watch": "{% $states.input.watch %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Goes on in a new execution": {
      "Type": "Succeed"
    },
    "Close without grants": {
      "Next": "Closed without a decision",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "close-case",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "outcome": "{% $states.input.outcome %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Closed without a decision": {
      "Type": "Succeed"
    },
    "Close the opening": {
      "Next": "Decided",
      "Retry": [
        {
          "ErrorEquals": [
            "ApprovalsDoNotHold",
            "InputRejected",
            "PaymentFileImpossible",
            "RecordContradicts",
            "ReleasesStopped",
            "SumsDoNotHold",
            "States.QueryEvaluationError"
          ],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": [
            "NumberTaken"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 8,
          "BackoffRate": 2,
          "MaxDelaySeconds": 15,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "States.TaskFailed",
            "States.Timeout"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 90,
          "BackoffRate": 2,
          "MaxDelaySeconds": 600,
          "JitterStrategy": "FULL"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "close-case",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}",
          "outcome": "decided"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Decided": {
      "Type": "Succeed"
    },
    "Nothing left to do": {
      "Type": "Succeed"
    }
  },
  "QueryLanguage": "JSONata"
}
