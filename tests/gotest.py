#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the packages of tests/gotest under "sluice test" and under "go test" and compares output and exit status.

Times, addresses and the places of traces differ and are taken out; so are goroutines' traces as a whole, which have
tests of their own. With --no-go only what tests/gotest/expected holds (written with --write, from Go) is compared.

usage: gotest.py SLUICE [--no-go | --write] [NAME...]
"""
import concurrent.futures
import difflib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "gotest")

# name: (arguments, whether the order of lines counts)
RUNS = {
    "passing": (["./passing"], True),
    "passing-v": (["-v", "./passing"], True),
    "passing-run": (["-v", "-run", "TestNames/plain|Skip", "./passing"], True),
    "passing-count": (["-v", "-count=2", "-run=TestAdd", "./passing"], True),
    "passing-short": (["-short", "-v", "-run", "Short", "./passing"], True),
    "nothing-to-run": (["-run", "Nothing", "./passing"], True),
    "list": (["-list", ".", "./passing"], True),
    "failing": (["./failing"], True),
    "failing-v": (["-v", "./failing"], True),
    "failfast": (["-failfast", "./failing"], True),
    "outer": (["-v", "./outer"], True),
    "none": (["./none"], True),
    "several": (["./passing", "./none", "./failing", "./outer"], True),
    "broken": (["./broken"], True),
    "examples": (["./examples"], True),
    "examples-v": (["-v", "./examples"], True),
    "testmain": (["./testmain"], True),
    "testmain-flag": (["-v", "./testmain", "-args", "-word=given"], True),
    "parallel": (["./parallel"], False),
    "parallel-v": (["-v", "./parallel"], False),
    "panic": (["./panics/direct"], True),
    "panic-v": (["-v", "./panics/direct"], True),
    "panic-goexit": (["./panics/goexit"], True),
    "panic-nested": (["./panics/nested"], True),
    "bench": (["-run", "XXX", "-bench", ".", "-benchtime", "10x", "./bench"], True),
    "bench-result": (["-v", "-run", "Result", "./bench"], True),
    "logs": (["./logs"], False),
    "logs-v": (["-v", "./logs"], False),
    "deadlock": (["-run", "Fine|Deadlock", "-timeout=0", "./stuck"], True),
    "timeout-v": (["-v", "-run", "Slow", "-timeout=1s", "./stuck"], True),
    "bubbles-v": (["-v", "./bubbles"], True),
    "bubbles-one-v": (["--seed", "3", "-v", "./bubbles"], True),
    "file": (["-v", "passing/passing.go", "passing/passing_test.go"], True),
}

NEWER = {"bubbles-v", "bubbles-one-v"}  # than Debian's Go: what is stored is from the documentation


def clean(text):
    lines = []
    for line in text.split("\n"):
        line = re.sub(r"\(\d+\.\d\ds\)", "(0.00s)", line)
        line = re.sub(r"\t\d+\.\d\d\ds", "\t0.000s", line)
        line = re.sub(r"\s+[\d.]+ (ns|B|allocs)/op", r" N \1/op", line)
        line = re.sub(r" \[recovered(, repanicked)?\]$", "", line)
        line = line.replace("=== NAME ", "=== CONT ")  # the word since Go 1.20
        line = re.sub(r"^    (panic|runtime).go:\d+: ", "    panic.go: ", line)  # logged by a deferred call
        line = re.sub(r"/tmp/go-build\d+/b\d+/", "", line)
        if line.startswith("cpu: ") or line.startswith("\trunning tests:") or line.startswith("\t\tTest"):
            continue  # the tests that run are told since Go 1.20
        if re.match(r"goroutine \d+ ", line):
            lines.append("goroutine")
            continue
        if re.match(r"(\t/|\t_testmain|panic\(|testing\.|main\.|created by|runtime\.|sync\.|time\.|example\.com/.*\()", line):
            continue
        if line.startswith("\tpanic: "):  # a value that is raised again has one line since Go 1.25
            continue
        lines.append(line.rstrip())
    while lines and not lines[-1]:
        lines.pop()
    return lines


def run(command, arguments, ordered):
    env = dict(os.environ, GO111MODULE="on", GOFLAGS="", GOMAXPROCS="2", GOTOOLCHAIN="local")
    done = subprocess.run(command + arguments, cwd=ROOT, capture_output=True, env=env, timeout=300)
    out = clean(done.stdout.decode())
    err = clean(done.stderr.decode())
    code = 1 if done.returncode == 2 else done.returncode  # a failed build was 2 before Go 1.20
    return ["exit status %d" % code] + (out if ordered else sorted(out)) + ["# standard error"] + err


def check(name, sluice, mode):
    arguments, ordered = RUNS[name]
    stored = os.path.join(ROOT, "expected", name + ".txt")
    if mode == "--no-go" or name in NEWER:
        want = open(stored, encoding="utf-8").read().split("\n")[:-1]
    else:
        want = run(["go", "test", "-vet=off", "-count=1"], arguments, ordered)
    if mode == "--write" and name not in NEWER:
        os.makedirs(os.path.dirname(stored), exist_ok=True)
        with open(stored, "w", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in want))
    got = run([sluice, "test", "--workers", "2"], arguments, ordered)
    if got == want:
        return ""
    return "%s:\n%s\n" % (name, "\n".join(difflib.unified_diff(want, got, "go", "sluice", lineterm="", n=2)))


def main():
    sluice, mode, names = os.path.abspath(sys.argv[1]), "", []
    for word in sys.argv[2:]:
        if word in ("--no-go", "--write"):
            mode = word
        else:
            names.append(word)
    names = names or ["confined"] + list(RUNS)
    failed = 0
    if "confined" in names:  # Go does not confine tests
        names.remove("confined")
        done = subprocess.run([sluice, "test", "./confined"], cwd=ROOT, capture_output=True, timeout=300)
        if done.returncode:
            failed += 1
            print("confined:\n" + done.stdout.decode() + done.stderr.decode())
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for problem in pool.map(lambda name: check(name, sluice, mode), names):
            if problem:
                failed += 1
                print(problem, flush=True)
    print("gotest: %d passed, %d failed" % (len(names) + 1 - failed, failed))
    return failed > 0


sys.exit(main())
