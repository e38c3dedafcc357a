#!/usr/bin/env python3
"""Serves many small sites from one process, each on a loopback address of its own: server.py --port P --log FILE, until it is ended.
The log has a line for each request: seconds since 1970 when it had arrived, host, path, status (0: dropped) and bytes of body, between tabs."""
import argparse
import asyncio
import signal
import time
from collections import Counter

import sites


class Connection(asyncio.Protocol):
    counts = Counter()

    def __init__(self, log):
        self.log, self.held = log, b""

    def connection_made(self, transport):
        self.transport, self.host = transport, transport.get_extra_info("sockname")[0]

    def data_received(self, data):
        arrived = time.time()
        self.held += data
        while b"\r\n\r\n" in self.held:
            head, self.held = self.held.split(b"\r\n\r\n", 1)
            self.take(arrived, head.decode("latin-1").split("\r\n"))

    def take(self, arrived, lines):
        path = lines[0].split(" ")[1]
        validator = next((line.split(":", 1)[1].strip() for line in lines if line.lower().startswith("if-none-match:")), None)
        self.counts[self.host] += 1
        wait, status, headers, body = sites.answer(sites.number_of(self.host), path, self.counts[self.host], validator)
        self.log.write(f"{arrived:.6f}\t{self.host}\t{path}\t{status or 0}\t{len(body)}\n")
        if status is None:
            self.transport.close()
            return
        reply = f"HTTP/1.1 {status} -\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
        asyncio.get_running_loop().call_later(wait, self.transport.write, reply)


async def serve(port, file):
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    with open(file, "w", buffering=1 << 16) as log:
        async with await loop.create_server(lambda: Connection(log), "0.0.0.0", port, backlog=4096):
            while not ended.is_set():
                log.flush()
                await asyncio.wait([asyncio.ensure_future(ended.wait())], timeout=1)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--log", required=True)
    given = arguments.parse_args()
    asyncio.run(serve(given.port, given.log))
