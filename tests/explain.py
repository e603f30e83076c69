#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs tests/explain/*.go with --explain one at a time and holds the sentences against what each file says:

    // Says: TEXT     standard error has a line with this text
    // Flags: FLAGS   of sluice run beside --seed and --explain

On all cores the same sentences are demanded, but for moments and ways out, which need a run that can be made again.
usage: explain.py SLUICE [NAME...]"""
import os
import re
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "explain")
ONLY_AGAIN = re.compile(r"event|after this|from here on|room for|close |cancel function|goroutine of its own| G\d|waits to send 8")


def check(sluice, path, flags):
    text = open(path, encoding="utf-8").read()
    says = re.findall(r"^// Says: (.*)$", text, re.M)
    more = re.search(r"^// Flags: (.*)$", text, re.M)
    done = subprocess.run([sluice, "run", "--explain", *flags, *(more.group(1).split() if more else []), path],
                          capture_output=True, text=True, timeout=120)
    told = done.stderr.split("\n")
    if not says:
        return "says nothing"
    missing = [line for line in says if not (not flags and ONLY_AGAIN.search(line)) and not any(line in t for t in told)]
    return "%r not told in\n%s" % (missing[0], done.stderr) if missing else ""


def main():
    sluice, names = sys.argv[1], sys.argv[2:]
    paths = names or sorted(os.path.join(FOLDER, name) for name in os.listdir(FOLDER) if name.endswith(".go"))
    failed = total = 0
    for path in paths:
        for flags in (["--seed", "1"], ["--seed", "2"], []):
            total += 1
            problem = check(sluice, path, flags)
            if problem:
                failed += 1
                print("%s %s: %s" % (os.path.basename(path), " ".join(flags), problem), flush=True)
    print("explain: %d passed, %d failed" % (total - failed, failed))
    return failed > 0


sys.exit(main())
