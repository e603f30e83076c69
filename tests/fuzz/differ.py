#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs random programs (generate.py) under Sluice and under Debian's Go, and tells where their output differs.

A difference is reduced: first to the one function that shows it, then to as few of its lines as still do. What is left
is written to the folder of findings.

usage: differ.py SLUICE [--minutes N] [--seed N] [--functions N] [--findings FOLDER]
"""
import os
import re
import subprocess
import sys
import tempfile
import time

import generate

GO_ENV = dict(os.environ, GO111MODULE="off", GOFLAGS="")


def run(command, timeout=60):
    try:
        done = subprocess.run(command, capture_output=True, timeout=timeout, env=GO_ENV)
    except subprocess.TimeoutExpired:
        return "timeout", "", ""
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "surrogateescape")


class Pair:
    """Both ways of running one text."""

    def __init__(self, sluice, folder):
        self.sluice, self.folder = sluice, folder

    def outputs(self, text):
        """(what Go says, what Sluice says); None for Go when it does not compile."""
        path, binary = os.path.join(self.folder, "p.go"), os.path.join(self.folder, "p")
        with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        built = run(["go", "build", "-o", binary, path], 300)
        if built[0] != 0:
            return None, built[2]
        return self.clean(run([binary])), self.clean(run([self.sluice, "run", "--lang", "go1.21", path]))

    @staticmethod
    def clean(outcome):
        code, out, err = outcome
        return code, out, re.sub(r"(?s)\ngoroutine .*", "", err)

    def differs(self, text):
        go, sluice = self.outputs(text)
        return go is not None and go != sluice


def reduce_lines(pair, build, lines):
    """The shortest list of lines found that still shows the difference."""
    size = max(len(lines) // 2, 1)
    tries = 0
    while size >= 1 and tries < 150:
        at, shrunk = 0, False
        while at < len(lines) and tries < 150:
            shorter = lines[:at] + lines[at + size:]
            tries += 1
            if pair.differs(build(shorter)):
                lines, shrunk = shorter, True
            else:
                at += size
        if not shrunk or size > 1:
            size //= 2
    return lines


def first_difference(go, sluice):
    a, b = go[1].split("\n"), sluice[1].split("\n")
    for x, y in zip(a, b):
        if x != y:
            return "go:     %s\nsluice: %s" % (x, y)
    return "go: %s %d lines %s\nsluice: %s %d lines %s" % (go[0], len(a), go[2][:300], sluice[0], len(b), sluice[2][:300])


def examine(pair, seed, functions, go, sluice, findings):
    print("seed %d differs\n%s" % (seed, first_difference(go, sluice)), flush=True)
    blamed = [i for i in range(len(functions)) if pair.differs(generate.assemble(functions, [i]))]
    if not blamed:
        print("  only all together", flush=True)
        return
    for i in blamed[:2]:
        head, *body = functions[i].rstrip("\n").split("\n")
        build = lambda lines: generate.assemble({i: "\n".join([head] + lines + ["}"])}, [i])
        body = reduce_lines(pair, build, body[:-1])
        text = build(body)
        path = os.path.join(findings, "seed%d-f%d.go" % (seed, i))
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        go, sluice = pair.outputs(text)
        print("  f%d, %d lines left, in %s\n%s\n%s" % (i, len(body), path, "\n".join(body), first_difference(go, sluice)),
              flush=True)


def main():
    words = sys.argv[1:]
    sluice = os.path.abspath(words.pop(0))
    options = {"minutes": "20", "seed": str(int(time.time())), "functions": "60", "findings": "."}
    while words:
        name, value = words.pop(0), words.pop(0)
        options[name.lstrip("-")] = value
    end, seed, count = time.time() + float(options["minutes"]) * 60, int(options["seed"]), int(options["functions"])
    differences = programs = skipped = 0
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(sluice, folder)
        while time.time() < end:
            functions = generate.program(seed, count)
            go, result = pair.outputs(generate.assemble(functions, range(count)))
            if go is None:
                skipped += 1
                print("seed %d does not compile:\n%s" % (seed, result[:1500]), flush=True)
            elif go != result:
                differences += 1
                examine(pair, seed, functions, go, result, options["findings"])
            programs += 1
            seed += 1
            if programs % 10 == 0:
                print("%d programs, %d differences" % (programs, differences), flush=True)
    print("differ: %d programs of %d functions, %d differences, %d did not compile" % (programs, count, differences, skipped))
    return differences > 0


if __name__ == "__main__":
    sys.exit(main())
