"""Prints what a document costs in one run of `extract` over ever more documents, and draws it: growth.py PROGRAM FOLDER PLOT.svg COUNT…"""
import os
import resource
import subprocess
import sys
import time


def run(program, files):
    """Processor time of the run and its children in seconds, time on the clock, most memory of the program in MB."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(["dotnet", program, "extract", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, own = os.wait4(process.pid, 0)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, own.ru_maxrss / 1024


def curve(points, most, colour, name, y):
    """One line of the plot with its values written at the points; the counts stand at equal distances."""
    at = [(90 + 380 * i / max(1, len(points) - 1), 220 - 170 * value / most) for i, value in enumerate(points)]
    texts = "".join(f'<text x="{x:.0f}" y="{top - 8:.0f}" fill="{colour}" text-anchor="middle">{value:.1f}</text>' for (x, top), value in zip(at, points))
    line = " ".join(f"{x:.0f},{top:.0f}" for x, top in at)
    return f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>{texts}<text x="20" y="{y}" fill="{colour}">{name}</text>'


def main(program, folder, plot, *counts):
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith((".html", ".txt", ".docx", ".pdf")))
    counts = [int(count) for count in counts]
    costs, memories = [], []
    for count in counts:
        work, wall, memory = run(program, (files * (count // len(files) + 1))[:count])
        costs.append(1000 * work / count)
        memories.append(memory)
        print(f"| extract of {count} documents | {count} | {costs[-1]:.1f} ms | {count / wall:.0f} a second, processors {100 * work / wall / os.cpu_count():.0f} % busy | {memory:.0f} MB at most |", flush=True)
    labels = "".join(f'<text x="{90 + 380 * i / max(1, len(counts) - 1):.0f}" y="245" text-anchor="middle">{count}</text>' for i, count in enumerate(counts))
    with open(plot, "w", encoding="utf-8") as file:
        file.write(
            '<svg xmlns="http://www.w3.org/2000/svg" width="560" height="260" font-family="sans-serif" font-size="12"><rect width="560" height="260" fill="white"/>'
            + curve(costs, 1.3 * max(costs), "#0550ae", "ms of processor time a document", 20)
            + curve(memories, 1.1 * max(memories), "#953800", "MB at most", 36)
            + labels + '<text x="20" y="245">documents</text></svg>\n')


main(*sys.argv[1:])
