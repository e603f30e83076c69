#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds `sluice check` and the real Go compiler against tests/refused/*.go, programs that must not compile.

A line that must be reported ends in // ERROR "REGEXP"; every error reported on it must match, every such line must be
reported, and no other line may be. A file may also say, at its end:

    // Needs: go1.N     newer than Debian's Go: the oracle is the specification, Go is not asked
    // Differs: WHY     a known difference from Debian's Go 1.19: Go is not asked

usage: refused.py SLUICE [--no-go] [NAME...]
"""
import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "refused")


def markers(text):
    """What each line must be reported for, and whether Go 1.19 can be asked."""
    want, ask = {}, True
    for number, line in enumerate(text.split("\n"), 1):
        found = re.search(r'// ERROR "(.*)"\s*(\*/)?$', line)
        if found:
            want[number] = found.group(1)
        if re.match(r"// (Needs|Differs): ", line):
            ask = False
    return want, ask


def reported(output, path):
    """The errors of a compiler: (line, text) each."""
    errors = []
    for line in output.split("\n"):
        found = re.match(r"(.*?):(\d+)(?::\d+)?: (.*)$", line)
        if found and os.path.basename(found.group(1)) == os.path.basename(path) and not line.startswith("\t"):
            errors.append((int(found.group(2)), found.group(3)))
    return errors


def compare(want, errors):
    problems = []
    for line, text in errors:
        if line not in want:
            problems.append("line %d: unexpected: %s" % (line, text))
        elif not re.search(want[line], text):
            problems.append("line %d: says %r, which does not match %r" % (line, text, want[line]))
    told = {line for line, _ in errors}
    problems += ["line %d: not reported: %s" % (line, want[line]) for line in sorted(want) if line not in told]
    return problems


def check(path, sluice, use_go):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        want, ask = markers(file.read())
    if not want:
        return ["has no // ERROR line"]
    done = subprocess.run([sluice, "check", path], capture_output=True, timeout=60)
    problems = compare(want, reported((done.stdout + done.stderr).decode("utf-8", "replace"), path))
    if done.returncode != 1:
        problems.append("exit status %d, expected 1" % done.returncode)
    if use_go and ask:
        env = dict(os.environ, GO111MODULE="off", GOFLAGS="")
        done = subprocess.run(["go", "tool", "compile", "-e", "-o", os.devnull + ".o", path], capture_output=True, env=env)
        problems += ["go: " + p for p in compare(want, reported(done.stdout.decode("utf-8", "replace"), path))]
    return problems


def main():
    words = sys.argv[1:]
    sluice, names = words[0], [word for word in words[1:] if not word.startswith("--")]
    use_go = "--no-go" not in words
    paths = names or sorted(os.path.join(FOLDER, name) for name in os.listdir(FOLDER) if name.endswith(".go"))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, problems in zip(paths, pool.map(lambda p: check(p, sluice, use_go), paths)):
            failed += bool(problems)
            for problem in problems:
                print("%s: %s" % (os.path.basename(path), problem), flush=True)
    print("refused: %d passed, %d failed" % (len(paths) - failed, failed))
    return failed > 0


sys.exit(main())
