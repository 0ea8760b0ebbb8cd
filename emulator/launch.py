"""Start the local AWS emulator: MiniStack with the gaps closed between it and AWS.

It listens on the loopback interface only, and answers `GET /_ministack/health` with 200 when it is ready. It ends, with
the processes of all functions, on SIGTERM or SIGINT, and if its standard input is a pipe that closes.
"""

import argparse
import os
import shutil
import signal
import socket
import stat
import sys
import threading
from pathlib import Path

import gaps
import http_server

REPOSITORY = Path(__file__).resolve().parents[1]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Start the local AWS emulator.")
    add = parser.add_argument
    add("--port", type=int, default=4566, help="port on 127.0.0.1 (default: 4566)")
    add("--region", default="eu-central-1", help="region of calls that name none (default: eu-central-1)")
    add("--work-dir", type=Path, default=REPOSITORY / ".local/emulator", help="for files removed at the end")
    add("--track-properties", type=Path, metavar="FILE", help="list the properties that nothing reads in a file")
    add("--keep", type=Path, metavar="FILE", help="write the data to a file on POST /_platform/keep")
    add("--from", dest="begin", type=Path, metavar="FILE", help="begin with the data of a file")
    add("--inspect", metavar="NAME", help="let a debugger connect to the function with this service name")
    add("--inspector-port", type=int, default=9229, help="port of the debugger (default: 9229)")
    selection = parser.add_mutually_exclusive_group()
    selection.add_argument(
        "--without", choices=gaps.names(), metavar="GAP", help="leave one gap open, to see what notices"
    )
    selection.add_argument("--bare", action="store_true", help="leave all gaps open: MiniStack as it is")
    return parser.parse_args()


def environment(port: int, region: str, files: Path) -> dict[str, str]:
    """Environment of MiniStack and of the functions' processes, without the caller's AWS settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "MINISTACK_"))}
    node_modules = REPOSITORY / "node_modules"
    return inherited | {
        "GATEWAY_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "MINISTACK_HOST": "localhost",
        "MINISTACK_REGION": region,
        "AUTH": "true",
        "LAMBDA_EXECUTOR": "local",
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "PERSIST_STATE": "0",
        "TMPDIR": str(files),
        "STATE_DIR": str(files),
        # The CDK's custom resource functions expect Node and the AWS SDK to be installed.
        "NODE_PATH": str(node_modules),
        # The emulator's own code around each function uses `url.parse`; the warning would be in every log.
        # Semi-spaces of 1 MB instead of 16, for young objects, keep a function small under load.
        "NODE_OPTIONS": "--disable-warning=DEP0169 --max-semi-space-size=1",
        "PATH": os.pathsep.join((str(node_modules / ".bin"), inherited.get("PATH", os.defpath))),
    }


def end(files: Path) -> None:
    """End this process and the processes of all functions at once, without waiting."""
    shutil.rmtree(files, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def end_with_starter(files: Path) -> None:
    """End when standard input closes: the program at its other end has ended, or was killed."""
    mode = os.fstat(sys.stdin.fileno()).st_mode
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 4096):
            pass
        end(files)

    threading.Thread(target=wait, name="starter", daemon=True).start()


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a port of the loopback interface; end with an error message if it is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        sys.exit(f"Port {port} of 127.0.0.1 cannot be used ({error.strerror}): pass another --port.")
    return listener


def serve(options: argparse.Namespace, listener: socket.socket) -> None:
    """Serve MiniStack, with the gaps closed."""
    # Imported here, as MiniStack reads its environment when it is imported.
    from ministack.app import app

    if options.begin or options.keep:
        # Before the gaps: the import checks the parts of MiniStack that it rests on, and a gap changes some of them.
        from patching import kept_data
    if not options.bare:
        gaps.close([options.without] if options.without else [])
    if options.track_properties:
        from patching.property_reads import track

        track(options.track_properties)
    if options.inspect:
        from patching.inspected_function import inspect

        inspect(options.inspect, options.inspector_port)
    if options.begin:
        kept_data.begin_with(options.begin)
    if options.keep:
        app = kept_data.keeping(app, options.keep)
    http_server.serve(app, listener)


def main() -> None:
    """Run until the process is signalled to end."""
    options = arguments()
    listener = listen(options.port)
    files = options.work_dir.resolve() / "tmp"
    if os.getpgrp() != os.getpid():
        os.setsid()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: end(files))
    end_with_starter(files)
    shutil.rmtree(files, ignore_errors=True)
    files.mkdir(parents=True)
    settings = environment(options.port, options.region, files)
    os.environ.clear()
    os.environ.update(settings)
    serve(options, listener)


if __name__ == "__main__":
    main()
