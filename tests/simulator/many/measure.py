#!/usr/bin/env python3
"""Crawls many small sites and tells how it went: measure.py --hosts N --delay SECONDS --nights N --port P --log FILE --data DIR PROGRAM…
PROGRAM… is the pipeline command without its arguments; the sites are served by server.py with the same port and log."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict

import sites

NTH = (1, 5, 10, 15)


def write_sources(file, hosts, port):
    names = [f"{sites.host(number)}:{port}" for number in range(hosts)]
    listed = [{"name": sites.place(number) + sites.OFFICES[0], "start": [f"http://{name}/"]} for number, name in enumerate(names)]
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"sources": listed, "allowPrivate": names}, out, ensure_ascii=False)


def crawl(program, given, night):
    """(when it began, seconds, seconds of processor, MiB that its largest process held)."""
    began = time.time()
    with open(os.path.join(given.data, f"night-{night}.txt"), "w") as out, open(os.path.join(given.data, f"night-{night}.log"), "w") as log:
        started = subprocess.Popen([*program, "crawl", "--sources", os.path.join(given.data, "sources.json"), "--data", given.data, "--delay", str(given.delay)], stdin=subprocess.DEVNULL, stdout=out, stderr=log)
        _, status, used = os.wait4(started.pid, 0)
    # Sites that drop connections leave failures behind, so that a crawl may end with 1.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"The crawl failed; its messages are in {log.name}")
    return began, time.time() - began, used.ru_utime + used.ru_stime, used.ru_maxrss >> 10


def stored(program, given):
    """(authority, year) of each record that is stored."""
    lines = subprocess.run([*program, "export", "--data", given.data, "--format", "jsonl", "--shape", "records"], stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.splitlines()
    return {(record["authority"], record["year"]) for record in map(json.loads, lines)}


def requests(file, begin):
    """(requests of the log from byte `begin` on, its end)."""
    with open(file) as log:
        log.seek(begin)
        rows = [line.split("\t") for line in log]
        return [(float(at), host, path, int(status), int(size)) for at, host, path, status, size in rows], log.tell()


def spread(values):
    ordered = sorted(values)
    at = lambda share: ordered[min(len(ordered) - 1, int(share * len(ordered)))]
    return f"{ordered[0]:.1f} / {at(.5):.1f} / {at(.95):.1f} / {ordered[-1]:.1f}"


def size_mib(folder, match):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names if match(at, name)) / (1 << 20)


def tell(given, night, asked, began, took, processor, memory, records):
    times = defaultdict(list)
    for at, host, *_ in asked:
        times[host].append(at)
    gaps = defaultdict(list)
    for host, all_of in times.items():
        gaps[sites.manner(sites.number_of(host))] += [later - earlier for earlier, later in zip(all_of, all_of[1:])]
    asking = asked[-1][0] - asked[0][0]
    by_manner = Counter(sites.manner(sites.number_of(row[1])) for row in asked)
    listed = Counter()
    for number in range(given.hosts):
        listed[sites.manner(number)] += len(sites.expected(number))
    expected = {(authority, year) for number in range(given.hosts) for _, authority, year in sites.expected(number)}
    print(f"night {night}: {len(times)} of {given.hosts} hosts, {len(asked)} requests in {asking:.0f} s: {len(asked) / asking:.0f} a second, {len(asked) / len(times):.1f} a host; "
          f"{sum(row[4] for row in asked) / (1 << 20):.0f} MiB sent")
    print("  requests for a report:", ", ".join(f"{manner} {by_manner[manner] / listed[manner]:.2f}" for manner in sorted(by_manner) if listed[manner]))
    print(f"  the crawl took {took:.0f} s, {processor:.0f} s of processor, {memory} MiB of memory at most")
    print(f"  gap between two requests to one host, {given.delay} s asked for (least / median / shorter than asked for):",
          ", ".join(f"{manner} {min(of):.3f} / {statistics.median(of):.2f} / {sum(gap < given.delay for gap in of)}" for manner, of in sorted(gaps.items()) if of))
    for nth in NTH:
        reached = [all_of[nth - 1] - began for all_of in times.values() if len(all_of) >= nth]
        if reached:
            print(f"  request {nth} of a host came after (least / median / 95 % / most) {spread(reached)} s, on {len(reached)} hosts")
    print(f"  reports stored: {len(expected & records)} of {len(expected)}; database {size_mib(given.data, lambda at, name: name.startswith('pipeline.db')):.0f} MiB, "
          f"snapshots {size_mib(given.data, lambda at, name: os.sep + 'snapshots' in at):.0f} MiB", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, kind in (("hosts", int), ("delay", float), ("nights", int), ("port", int), ("log", str), ("data", str)):
        arguments.add_argument(f"--{name}", type=kind, required=True)
    given, program = arguments.parse_known_args()
    os.makedirs(given.data, exist_ok=True)
    write_sources(os.path.join(given.data, "sources.json"), given.hosts, given.port)
    seen = 0
    for night in range(1, given.nights + 1):
        cost = crawl(program, given, night)
        # The server writes its log by the block, and the block when nobody asks.
        time.sleep(2)
        asked, seen = requests(given.log, seen)
        tell(given, night, asked, *cost, stored(program, given))


if __name__ == "__main__":
    main()
