{
  "StartAt": "Open the run",
  "States": {
    "Open the run": {
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
      "Default": "Prepare payment"
    },
    "Prepare payment": {
      "Next": "What was prepared?",
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
        "FunctionName": "prepare-payment",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Release": {
      "Next": "Anchor the record",
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
          "Next": "Prepare payment"
        },
        {
          "Output": {
            "case": "{% $states.input.case %}",
            "watch": {}
          },
          "ErrorEquals": [
            "ReleasesStopped"
          ],
          "Next": "Wait until releases are allowed"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "release-payment",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Wait for the pay day": {
      "Type": "Wait",
      "Timestamp": "{% $states.input.payAt %}",
      "Next": "Release"
    },
    "Approved?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.decision = 'approved' %}",
          "Next": "Wait for the pay day"
        },
        {
          "Condition": "{% $states.input.decision = 'pending' %}",
          "Next": "Wait for attest and payment order"
        },
        {
          "Condition": "{% $states.input.decision = 'rejected' %}",
          "Next": "Wait until something changes"
        },
        {
          "Condition": "{% $states.input.decision = 'changed' %}",
          "Next": "Prepare payment"
        },
        {
          "Condition": "{% $states.input.decision = 'close' %}",
          "Output": {
            "case": "{% $states.input.case %}",
            "outcome": "without-payment"
          },
          "Next": "Close without payment"
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
    "Wait for attest and payment order": {
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
    "What was prepared?": {
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
          "Next": "Wait for attest and payment order"
        },
        {
          "Condition": "{% $states.input.outcome = 'nothing-due' %}",
          "Next": "Close without payment"
        },
        {
          "Condition": "{% $states.input.outcome = 'without-payment' %}",
          "Next": "Close without payment"
        }
      ]
    },
    "Wait for missing inputs": {
      "Next": "Prepare payment",
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
    "Wait until releases are allowed": {
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
          "purpose": "switch",
          "watch": "{% $states.input.watch %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Wait for the bank's report": {
      "Next": "Settle or hold",
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
          "purpose": "bank",
          "watch": "{% $states.input.watch %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Was anything sent?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.sent = 'file' %}",
          "Next": "Wait for the bank's report"
        },
        {
          "Condition": "{% $states.input.sent = 'nothing' %}",
          "Next": "Settle or hold"
        }
      ]
    },
    "Go on without an anchor": {
      "Type": "Pass",
      "Next": "Was anything sent?"
    },
    "Anchor the record": {
      "Next": "Was anything sent?",
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
          "Output": "{% $states.input %}",
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Go on without an anchor"
        }
      ],
      "Type": "Task",
      "Arguments": {
        "FunctionName": "anchor-record",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $merge([$states.input, $states.result.Payload]) %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Settle or hold": {
      "Next": "Settled?",
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
        "FunctionName": "settle-payment",
        "Payload": {
          "case": "{% $states.input.case %}",
          "now": "{% $states.context.State.EnteredTime %}"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Wait for the returned lines": {
      "Next": "Settle or hold",
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
          "purpose": "return",
          "watch": "{% $states.input.watch %}"
        }
      },
      "Output": {
        "case": "{% $states.input.case %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Settled?": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.state = 'settled' %}",
          "Next": "Close the run"
        },
        {
          "Condition": "{% $states.input.state = 'held' %}",
          "Next": "Wait for the returned lines"
        },
        {
          "Condition": "{% $states.input.state = 'pending' %}",
          "Next": "Wait for the bank's report"
        }
      ]
    },
    "Close the run": {
      "Next": "Paid",
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
          "outcome": "paid"
        }
      },
      "Output": "{% $states.result.Payload %}",
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Paid": {
      "Type": "Succeed"
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
    "Close without payment": {
      "Next": "Closed without payment",
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
    "Closed without payment": {
      "Type": "Succeed"
    },
    "Nothing left to do": {
      "Type": "Succeed"
    }
  },
  "QueryLanguage": "JSONata"
}
