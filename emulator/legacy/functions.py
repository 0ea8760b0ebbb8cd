"""Lambda functions: errors, logs and the end of their processes."""

import queue
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from .hooks import Properties, also_apply, expect, original

FAILURE = "$failure"
"""The key under which the Node worker hands over a thrown error as its result."""

THROWN = (
    'status: "error", error: String(err.message || err), trace: err.stack || ""',
    'status: "error", error: e.message, trace: e.stack',
)
"""Replies of MiniStack's Node worker when a handler rejects, and when it throws."""

WRITER = "const _realStdoutWrite = process.stdout.write.bind(process.stdout);"

LOG_END = "-- end of the log of an invocation --"

LOG_PATIENCE = 1.0
"""Seconds after which a log without an end, as of a worker that was killed, is taken as it is."""

READER = "const rl = readline.createInterface({ input: process.stdin, terminal: false });"


def thrown_errors() -> None:
    """AWS reports a thrown error by its name, which Retry and Catch of Step Functions match, and keeps
    the function running. MiniStack names every error `Runtime.HandlerError` and ends the worker.
    """
    script = original(lambda_runtime, "_NODEJS_WORKER_SCRIPT")
    for variable, reply in zip(("err", "e"), THROWN, strict=True):
        expect(script.count(reply) == 1, f"the error reply of lambda_runtime._NODEJS_WORKER_SCRIPT: {reply}")
        script = script.replace(
            reply,
            f'status: "ok", result: {{ "{FAILURE}": {{ errorType: String({variable}?.name || "Error"), '
            f"errorMessage: String({variable}?.message ?? {variable}), "
            f'trace: String({variable}?.stack || "").split("\\n") }} }}',
        )
    lambda_runtime._NODEJS_WORKER_SCRIPT = script
    execute = original(lambda_svc, "_execute_function_warm")

    def execute_naming_errors(func: dict, event: Any, request_id: str) -> dict:
        outcome = execute(func, event, request_id)
        body = outcome.get("body")
        if not (isinstance(body, dict) and FAILURE in body):
            return outcome
        failure = body[FAILURE]
        log = "\n".join(filter(None, [outcome.get("log", ""), "Invoke Error", *failure["trace"]]))
        return {"body": failure, "error": True, "log": log}

    lambda_svc._execute_function_warm = execute_naming_errors


def worker_end() -> None:
    """AWS freezes a function that is not invoked. A MiniStack worker whose server was killed continues
    to run while the function has open timers or connections."""
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    expect(script.count(READER) == 1, f"in lambda_runtime._NODEJS_WORKER_SCRIPT: {READER}")
    lambda_runtime._NODEJS_WORKER_SCRIPT = script.replace(
        READER, f'{READER}\nrl.on("close", () => process.exit(0));'
    )


def log_end() -> None:
    """AWS answers as soon as the handler returns, and keeps every line of its log. MiniStack always
    waits 50 ms for a first line, and loses lines that come later.

    With this patch, the Node worker marks the end of the log of an invocation before it answers.
    """
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    expect(script.count(WRITER) == 1, f"in lambda_runtime._NODEJS_WORKER_SCRIPT: {WRITER}")
    lambda_runtime._NODEJS_WORKER_SCRIPT = script.replace(
        WRITER,
        "const _answer = process.stdout.write.bind(process.stdout);\n"
        "const _realStdoutWrite = (line) => {\n"
        f'  if (!line.includes(\'"status":"ready"\')) process.stderr.write("{LOG_END}\\n");\n'
        "  return _answer(line);\n"
        "};",
    )
    drain = original(lambda_runtime.Worker, "_drain_stderr_bounded")

    def drain_to_end(worker: Any) -> str:
        if not worker.config.get("Runtime", "").startswith("nodejs"):
            return drain(worker)
        lines: list[str] = []
        try:
            while (line := worker._stderr_queue.get(timeout=LOG_PATIENCE)) != LOG_END:
                lines.append(line)
        except queue.Empty:
            pass
        return "\n".join(lines)

    lambda_runtime.Worker._drain_stderr_bounded = drain_to_end


def function_properties() -> None:
    """AWS applies these properties. MiniStack's CloudFormation drops them."""
    functions = original(lambda_svc, "_functions")

    def apply(function: str, properties: Properties) -> None:
        record = functions[function]
        if "DeadLetterConfig" in properties:
            record["config"]["DeadLetterConfig"] = properties["DeadLetterConfig"]
        if "ReservedConcurrentExecutions" in properties:
            record["concurrency"] = int(properties["ReservedConcurrentExecutions"])

    also_apply("AWS::Lambda::Function", apply)


def close() -> None:
    """Apply the patches of this module."""
    thrown_errors()
    worker_end()
    log_end()
    function_properties()
