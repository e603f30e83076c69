#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every edge observed in a run is drawn, or ends at something drawn as unknown: observed.py FOLDER/observed [FILE...].

Over the examples and tests/programs, which were not written for drawings; the share of unknown is told."""
import glob
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def observe(tool, path, seed):
    try:
        return subprocess.run([tool, path, str(seed)], capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return None


def others():
    """Go's own tests of channels, where they are installed: programs that nobody here wrote."""
    found = []
    for path in glob.glob("/usr/share/go-1.19/test/chan/*.go"):
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if "package main" in text and "errorcheck" not in text:
            found.append(path)
    return found


def main():
    tool = sys.argv[1]
    paths = sys.argv[2:] or sorted(glob.glob(os.path.join(ROOT, "resources", "examples", "*.go")) +
                                   glob.glob(os.path.join(ROOT, "tests", "programs", "*.go")) + others())
    sums, failed, passed = [0, 0, 0, 0, 0], 0, 0
    with ThreadPoolExecutor(2) as pool:
        for path, done in zip(paths, pool.map(lambda path: observe(tool, path, 1), paths)):
            told = re.search(r"drawn (\d+) unknown (\d+) missing (\d+) nodes (\d+) of (\d+)", done.stdout if done else "")
            if not told:
                if done and done.returncode == 2:
                    continue  # it does not compile, as it should not
                print("observed: %s: %s" % (path, done.stderr[-300:] if done else "takes too long"))
                failed += 1
                continue
            sums = [a + int(b) for a, b in zip(sums, told.groups())]
            passed += int(told.group(3)) == 0
            if int(told.group(3)):
                failed += 1
                print("observed: %s\n%s" % (path, done.stdout))
    edges = sum(sums[:3])
    print("observed: %d passed, %d failed; of %d edges seen %d are drawn, %d (%.1f %%) end at unknown, %d are missing; "
          "%d of %d nodes (%.1f %%) are unknown" % (passed, failed, edges, sums[0], sums[1], 100.0 * sums[1] / max(edges, 1),
                                                   sums[2], sums[3], sums[4], 100.0 * sums[3] / max(sums[4], 1)))
    return failed > 0 or not passed


sys.exit(main())
