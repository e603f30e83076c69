#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs tests/programs/*.go under Sluice and under the real Go toolchain and holds both against what each file says.

A program carries its expectation in comments at its end:

    // Output:              the exact standard output follows, one comment line a line
    // Unordered output:    the same, lines in any order
    // Stderr: TEXT         the first line of standard error
    // Exit: N              the exit status (0 when not told)
    // Input: TEXT          a line of standard input (may be repeated)
    // Flags: WORDS         flags of sluice run
    // Needs: go1.N         newer than Debian's Go: the oracle is the specification, Go is not asked
    // Differs: WHY         a known difference from Debian's Go 1.19: Go is not asked

A folder there is one program; its main.go carries the expectation.

usage: programs.py SLUICE [--no-go] [--seed N] [NAME...]
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TIMEOUT = 300


def expectation(path):
    want = {"exit": 0, "output": None, "unordered": False, "stderr": None, "input": "", "needs": 0, "differs": None, "flags": ""}
    lines = open(path, encoding="utf-8", errors="surrogateescape").read().split("\n")
    i = 0
    while i < len(lines):
        line = lines[i]
        m = re.match(r"// (Output|Unordered output):\s*$", line)
        if m:
            want["unordered"] = m.group(1) != "Output"
            body = []
            while i + 1 < len(lines) and lines[i + 1].startswith("//") and not re.match(
                    r"// (Stderr|Exit|Input|Needs|Differs|Flags):", lines[i + 1]):
                text = lines[i + 1][2:]
                body.append(text[1:] if text.startswith(" ") else text)
                i += 1
            want["output"] = body
        m = re.match(r"// (Stderr|Exit|Input|Needs|Differs|Flags): ?(.*)$", line)
        if m:
            key, value = m.group(1).lower(), m.group(2)
            if key == "exit":
                want["exit"] = int(value)
            elif key == "input":
                want["input"] += value + "\n"
            elif key == "needs":
                want["needs"] = int(value.replace("go1.", ""))
            else:
                want[key] = value
        i += 1
    return want


def run(command, want):
    try:
        done = subprocess.run(command, input=want["input"].encode(), capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "did not end within %d s" % TIMEOUT
    out = done.stdout.decode("utf-8", "surrogateescape")
    err = done.stderr.decode("utf-8", "surrogateescape")
    problems = []
    if done.returncode != want["exit"]:
        problems.append("exit status %d, expected %d\n%s" % (done.returncode, want["exit"], err[:2000]))
    if want["output"] is not None:
        got = out.split("\n")
        if got and got[-1] == "":
            got.pop()
        got = [line.rstrip() for line in got]
        expected = [line.rstrip() for line in want["output"]]
        while expected and not expected[-1]:
            expected.pop()
        while got and not got[-1]:
            got.pop()
        if (sorted(got) if want["unordered"] else got) != (sorted(expected) if want["unordered"] else expected):
            problems.append("output is\n%s\nexpected\n%s" % ("\n".join(got)[:2000], "\n".join(expected)[:2000]))
    if want["stderr"] is not None:
        first = next((line for line in err.split("\n") if line.strip()), "")
        if first.rstrip() != want["stderr"].rstrip():
            problems.append("standard error begins %r, expected %r" % (first, want["stderr"]))
    return "\n".join(problems)


def check(path, sluice, flags, use_go, folder):
    folder_program = os.path.isdir(path)
    want = expectation(os.path.join(path, "main.go") if folder_program else path)
    if want["output"] is None and want["stderr"] is None:
        return "says no output"
    problem = run([sluice, "run", *flags, *want["flags"].split(), path], want)
    if problem:
        return "sluice: " + problem
    if use_go and not want["needs"] and not want["differs"]:
        binary = os.path.join(folder, os.path.basename(path).replace(".go", ""))
        env = dict(os.environ, GO111MODULE="on" if folder_program else "off", GOFLAGS="")
        built = subprocess.run(["go", "build", "-o", binary, "." if folder_program else path], capture_output=True, env=env,
                               cwd=path if folder_program else None)
        if built.returncode:
            return "go build: " + built.stderr.decode()
        problem = run([binary], want)
        os.unlink(binary)
        if problem:
            return "go: " + problem
    return ""


def main():
    args = sys.argv[1:]
    sluice, use_go, flags, names = args[0], True, [], []
    args = args[1:]
    while args:
        word = args.pop(0)
        if word == "--no-go":
            use_go = False
        elif word == "--seed":
            flags = ["--seed", args.pop(0)]
        else:
            names.append(word)
    paths = names or sorted(os.path.join(HERE, "programs", name) for name in os.listdir(os.path.join(HERE, "programs"))
                            if name.endswith(".go") or os.path.isdir(os.path.join(HERE, "programs", name)))
    failed = asked = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, problem in zip(paths, pool.map(lambda p: check(p, sluice, flags, use_go, folder), paths)):
            if problem:
                failed += 1
                print("%s: %s" % (os.path.basename(path), problem), flush=True)
    print("programs: %d passed, %d failed" % (len(paths) - failed, failed))
    return failed > 0


sys.exit(main())
