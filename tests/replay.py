#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""replay(record(run)) is the run: every program of tests/programs, under several seeds and choosers, is run, recorded
and replayed; output, exit status and every event have to be the same, and neither recording nor watching may change what
the seed alone does. Damaged records have to be refused with a sentence.

usage: replay.py SLUICE [--seeds N | --runs N: that many seeds dealt out over the programs] [NAME...]"""
import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CHOOSERS = ["random", "round-robin", "run-to-block", "pct:3:200", "random", "pct"]
TIMEOUT = 300


def given(path):
    """The standard input that a program asks for."""
    text = open(path, encoding="utf-8", errors="surrogateescape").read()
    return "".join(line + "\n" for line in re.findall(r"^// Input: ?(.*)$", text, re.M)).encode()


def run(command, stdin):
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=TIMEOUT)
    return done.returncode, done.stdout, done.stderr


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check(sluice, path, seed, folder):
    """One program under one seed; what is wrong, or nothing."""
    base = os.path.join(folder, "%s-%d" % (os.path.basename(path), seed))
    chooser = CHOOSERS[seed % len(CHOOSERS)]
    flags = ["--seed", str(seed), "--chooser", chooser]
    stdin = given(path)
    try:
        recorded = run([sluice, "run", *flags, "--record", base + ".run", "--events", base + ".1", path], stdin)
        replayed = run([sluice, "run", "--replay", base + ".run", "--events", base + ".2", path], b"")
        problem = ""
        if recorded != replayed:
            problem = "seed %d: recorded %r, replayed %r" % (seed, recorded, replayed)
        elif read(base + ".1") != read(base + ".2"):
            problem = "seed %d: the events differ" % seed
        elif seed % 4 == 1 and not stdin:  # when input comes is not the seed's to say
            alone = run([sluice, "run", *flags, path], stdin)
            traced = run([sluice, "run", *flags, "--trace", base + ".json", "--events", base + ".2", path], stdin)
            json.loads(read(base + ".json"))
            if alone != recorded:
                problem = "seed %d: alone %r, recorded %r" % (seed, alone, recorded)
            elif traced != recorded or read(base + ".1") != read(base + ".2"):
                problem = "seed %d: a trace changes the run" % seed
    except subprocess.TimeoutExpired:
        problem = "seed %d: did not end within %d s" % (seed, TIMEOUT)
    for end in (".run", ".1", ".2", ".json"):
        if os.path.exists(base + end):
            os.unlink(base + end)
    return problem and "%s: %s" % (os.path.basename(path), problem[:3000])


def damaged(sluice, folder):
    """A record with bytes changed, cut or added is refused, or stops with a sentence; it never crashes."""
    path, record = os.path.join(HERE, "programs", "select.go"), os.path.join(folder, "whole.run")
    if not os.path.exists(path):
        path = sorted(os.path.join(HERE, "programs", name) for name in os.listdir(os.path.join(HERE, "programs")))[0]
    run([sluice, "run", "--seed", "3", "--record", record, path], given(path))
    whole, rng, problems = read(record), random.Random(5), []
    for i in range(60):
        bad = bytearray(whole)
        if i % 3 == 0:
            del bad[rng.randrange(len(bad)):]
        elif i % 3 == 1:
            bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        else:
            at = rng.randrange(len(bad))
            bad[at:at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 20)))
        with open(record + ".bad", "wb") as file:
            file.write(bad)
        code, _, err = run([sluice, "run", "--replay", record + ".bad", path], b"")
        if code not in (2, 4) or not err.startswith(b"sluice: "):
            problems.append("a damaged record (%d) ends with %d and %r" % (i, code, err[:300]))
    return problems


def departs(sluice, folder):
    """An edited program departs from its record at a place that is told; one with another comment does not."""
    program = "package main\n\nfunc main() {\n\tc := make(chan int, 1)\n\tgo func() { c <- 1 }()\n\tgo func() { c <- 2 }()\n" \
              "\tprintln(<-c)\n\tprintln(<-c)\n}\n"
    path, record, problems = os.path.join(folder, "p.go"), os.path.join(folder, "p.run"), []

    def write(text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    write(program)
    first = run([sluice, "run", "--seed", "9", "--record", record, path], b"")
    write(program.replace("func main", "// edited\nfunc main"))
    code, out, err = run([sluice, "run", "--replay", record, path], b"")
    if code != 0 or first[2] not in err or b"not the one that was recorded" not in err:
        problems.append("another comment: %d %r %r" % (code, out, err))
    write(program.replace("c <- 2", "c <- 3"))
    code, out, err = run([sluice, "run", "--replay", record, path], b"")
    if code != 4 or b"recorded" not in err:
        problems.append("another value: %d %r %r" % (code, out, err))
    write(program.replace("\tgo func() { c <- 2 }()\n", "\tgo func() { close(make(chan int)); c <- 2 }()\n"))
    code, out, err = run([sluice, "run", "--replay", record, path], b"")
    if code != 4 or not re.search(rb"departs from its record after choice \d+, event \d+ \(.*p.go:\d+: goroutine", err):
        problems.append("another event: %d %r %r" % (code, out, err))
    return problems


def traces(sluice, folder):
    """A trace is valid JSON in UTF-8 whatever is sent, on all cores too; its arrows have two ends."""
    program = 'package main\n\ntype \u00fcber struct{ s string }\n\nfunc main() {\n\tc := make(chan string, 2)\n\td := make(chan \u00fcber)\n' \
              '\tgo func() { c <- "a\\"b\\\\\\x00\\xff\\u2028"; d <- \u00fcber{"</script>\\x1b"} }()\n\tprintln(len(<-c), len((<-d).s))\n' \
              '\tdefer func() { recover() }()\n\tpanic("\\xc3 \\"x")\n}\n'
    path, trace, problems = os.path.join(folder, "t.go"), os.path.join(folder, "t.json"), []
    with open(path, "w", encoding="utf-8") as file:
        file.write(program)
    for flags in ([], ["--seed", "4"], ["--chooser", "round-robin"]):
        code, _, err = run([sluice, "run", *flags, "--trace", trace, path], b"")
        try:
            events = json.loads(read(trace).decode("utf-8"))["traceEvents"]
        except ValueError as problem:
            problems.append("trace %r: %s" % (flags, problem))
            continue
        ends = {phase: sorted(e["id"] for e in events if e["ph"] == phase) for phase in "sf"}
        spans = {e["tid"] for e in events if e["ph"] == "X"}
        if code or ends["s"] != ends["f"] or len(ends["s"]) < 3 or not {1, 2} <= spans:
            problems.append("trace %r: exit %d, arrows %r, tracks with spans %r, %r" % (flags, code, ends, spans, err))
    return problems


def main():
    args, seeds, runs, names = sys.argv[2:], 3, 0, []
    sluice = os.path.abspath(sys.argv[1])
    while args:
        word = args.pop(0)
        if word == "--seeds":
            seeds = int(args.pop(0))
        elif word == "--runs":
            runs = int(args.pop(0))
        else:
            names.append(word)
    paths = names or sorted(os.path.join(HERE, "programs", name) for name in os.listdir(os.path.join(HERE, "programs"))
                            if name.endswith(".go"))
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [(path, seed) for seed in range(1, seeds + 1) for path in paths]
        if runs:
            jobs = [(paths[i % len(paths)], i + 1) for i in range(runs)]
        problems = [p for p in pool.map(lambda job: check(sluice, job[0], job[1], folder), jobs) if p]
        problems += damaged(sluice, folder) + departs(sluice, folder) + traces(sluice, folder)
    for problem in problems:
        print(problem)
    print("replay: %d passed, %d failed" % (len(jobs) + 66 - len(problems), len(problems)))
    return bool(problems)


sys.exit(main())
