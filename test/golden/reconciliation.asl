{
  "StartAt": "Open the reconciliation",
  "States": {
    "Open the reconciliation": {
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
      "Default": "Collect the finals"
    },
    "Collect the finals": {
      "Next": "Are all finals there?",
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
        "FunctionName": "collect-finals",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Freeze the settlement": {
      "Next": "Close the reconciliation",
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
          "Next": "Collect the finals"
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
    "Signed by both?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.decision = 'approved' %}",
          "Next": "Freeze the settlement"
        },
        {
          "Condition": "{% $states.input.decision = 'pending' %}",
          "Next": "Wait for both signatures"
        },
        {
          "Condition": "{% $states.input.decision = 'rejected' %}",
          "Next": "Wait until something changes"
        },
        {
          "Condition": "{% $states.input.decision = 'changed' %}",
          "Next": "Collect the finals"
        },
        {
          "Condition": "{% $states.input.decision = 'close' %}",
          "Output": {
            "case": "{% $states.input.case %}",
            "outcome": "without-payment"
          },
          "Next": "Close without settlement"
        }
      ]
    },
    "Read the signatures": {
      "Next": "Signed by both?",
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
    "Wait for both signatures": {
      "Next": "Read the signatures",
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
          "Next": "Wait for missing finals"
        },
        {
          "Condition": "{% $states.input.outcome = 'proposed' %}",
          "Assign": {
            "proposal": "{% $states.input.proposal %}"
          },
          "Next": "Wait for both signatures"
        }
      ]
    },
    "Compute the settlement": {
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
        "FunctionName": "compute-settlement",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Are all finals there?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.outcome = 'waiting' %}",
          "Next": "Wait for missing finals"
        },
        {
          "Condition": "{% $states.input.outcome = 'complete' %}",
          "Next": "Compute the settlement"
        },
        {
          "Condition": "{% $states.input.outcome = 'without-payment' %}",
          "Next": "Close without settlement"
        }
      ]
    },
    "Wait for missing finals": {
      "Next": "Collect the finals",
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
      "Next": "Read the signatures",
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
    "Close without settlement": {
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
    "Close the reconciliation": {
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
