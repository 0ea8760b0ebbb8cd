import json
import socket
from collections.abc import Iterator

from hpack import Encoder
from hyperframe.frame import DataFrame, Frame, GoAwayFrame, HeadersFrame, SettingsFrame, WindowUpdateFrame
from server import Aws

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
SMALL_WINDOW = 64
HEADER_BYTES = 9


def frames(connection: socket.socket) -> Iterator[Frame]:
    with connection.makefile("rb") as received:
        while header := received.read(HEADER_BYTES):
            frame, length = Frame.parse_frame_header(memoryview(header))
            frame.parse_body(memoryview(received.read(length)))
            yield frame


def test_a_client_that_opens_no_more_streams_receives_all_of_an_answer(aws: Aws) -> None:
    target = [(":method", "GET"), (":scheme", "http"), (":authority", "localhost"), (":path", "/_ministack/health")]
    request = HeadersFrame(1, Encoder().encode(target), flags=["END_HEADERS", "END_STREAM"])
    settings = SettingsFrame(settings={SettingsFrame.INITIAL_WINDOW_SIZE: SMALL_WINDOW})
    answer = b""
    with socket.create_connection(("127.0.0.1", aws.server.port), timeout=10) as connection:
        connection.sendall(PREFACE + settings.serialize() + request.serialize())
        for frame in frames(connection):
            if not isinstance(frame, DataFrame):
                continue
            if not answer:
                connection.sendall(GoAwayFrame(0).serialize() + WindowUpdateFrame(1, 1_000_000).serialize())
            answer += frame.data
            if "END_STREAM" in frame.flags:
                break
    assert len(answer) > SMALL_WINDOW
    assert json.loads(answer)
