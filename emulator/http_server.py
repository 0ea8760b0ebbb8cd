"""The HTTP server: uvicorn, with hypercorn for connections of HTTP/2, which uvicorn does not serve."""

import asyncio
import contextlib
import socket
from typing import Any

import uvicorn
from hypercorn.app_wrappers import ASGIWrapper
from hypercorn.asyncio.tcp_server import TCPServer
from hypercorn.asyncio.worker_context import WorkerContext
from hypercorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

IDLE_SECONDS = 75
OPTIONS: Any = {
    "log_config": None,
    "access_log": False,
    "proxy_headers": False,
    "server_header": False,
    "date_header": False,
}


class Connection(HttpToolsProtocol):
    """A connection of HTTP/1.1; of HTTP/2 if it begins so, as that of the SDK's Kinesis client does."""

    def data_received(self, data: bytes) -> None:
        """Parse requests; hand the connection over at the preface of HTTP/2."""
        if self.scope or not data.startswith(b"PRI "):
            super().data_received(data)
            return
        self.connections.discard(self)
        protocol = asyncio.StreamReaderProtocol(asyncio.StreamReader(), self.serve_http2)
        self.transport.set_protocol(protocol)
        protocol.connection_made(self.transport)
        protocol.data_received(data)

    async def serve_http2(self, *streams: Any) -> None:
        """Serve a connection of HTTP/2 until its end."""
        config = Config.from_mapping(keep_alive_timeout=IDLE_SECONDS)
        await TCPServer(ASGIWrapper(self.app), self.loop, config, WorkerContext(None), {}, *streams)


def serve(app: Any, listener: socket.socket) -> None:
    """Serve an application on a socket, and leave signals to the launcher."""
    config = uvicorn.Config(app, http=Connection, interface="asgi3", timeout_keep_alive=IDLE_SECONDS, **OPTIONS)
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[assignment]
    server.run([listener])
