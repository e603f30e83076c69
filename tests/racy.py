#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs tests/racy/*.go, programs with deliberate data races, under Sluice.

A racy program may see any value that was written, never a mixture, and may not harm the machine: it has to print "ok" and
end well, or end as Go ends it ("fatal error: concurrent map ..." and the runtime panics that its first line allows with
// May: TEXT). Meant for sanitizer builds above all.

usage: racy.py SLUICE [NAME...]
"""
import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "racy")
TIMEOUT = 120


def check(path, sluice):
    with open(path, encoding="utf-8") as file:
        allowed = re.findall(r"^// May: (.*)$", file.read(), re.M)
    try:
        done = subprocess.run([sluice, "run", "--workers", "4", path], capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "did not end within %d s" % TIMEOUT
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    first = next((line for line in err.split("\n") if line.strip()), "")
    if done.returncode == 0 and out == "ok\n" and not err:
        return ""
    if done.returncode == 2 and "Sanitizer" not in err and any(first == text for text in allowed):
        return ""
    return "exit status %d\n%s%s" % (done.returncode, out[:2000], err[:4000])


def main():
    sluice, names = sys.argv[1], sys.argv[2:]
    paths = names or sorted(os.path.join(FOLDER, name) for name in os.listdir(FOLDER) if name.endswith(".go"))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        for path, problem in zip(paths, pool.map(lambda p: check(p, sluice), paths)):
            if problem:
                failed += 1
                print("%s: %s" % (os.path.basename(path), problem), flush=True)
    print("racy: %d passed, %d failed" % (len(paths) - failed, failed))
    return failed > 0


sys.exit(main())
