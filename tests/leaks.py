#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs tests/leaks/*.go with --leaks, on all cores and one at a time, and holds the verdicts against what each file
says; then holds that tests/programs that end well stay silent but for those listed.

A line where a goroutine gets stuck says so behind it:

    c <- 1 // leaks: chan send            "goroutine leak": it can never continue
    c <- 1 // leaks: chan send x2         two goroutines there
    <-c    // at exit: chan receive       "blocked at exit": only main could have helped

A file without such a line must stay silent. `println("end") // while running`: the leak has to be told before that
line is printed. Its last lines may say: `// Exit: N` (else 3 with a verdict, 0 without), `// Input: open` (standard input
stays open and silent).

usage: leaks.py SLUICE [--rounds N] [NAME...]
"""
import collections
import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "leaks")
TIMEOUT = 120
# Programs whose goroutines do wait for main when it returns, and how many there are.
WAITING = {"chan-direction.go": 1, "classic-future-promise.go": 1, "classic-ping-pong.go": 99, "classic-sieve.go": 61,
           "classic-sleeping-barber.go": 3, "main-returns-while-others-wait.go": 20}


def expectation(path):
    want = {"leaks": collections.Counter(), "at exit": collections.Counter(), "running": False, "exit": None,
            "open": False}
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        mark = re.search(r"// (leaks|at exit): (.*?)(?: x(\d+))?$", line.rstrip())
        if mark:
            want[mark.group(1)][(number, mark.group(2))] += int(mark.group(3) or 1)
        want["running"] |= line.rstrip().endswith("// while running")
        want["open"] |= line.startswith("// Input: open")
        exit_mark = re.match(r"// Exit: (\d+)", line)
        if exit_mark:
            want["exit"] = int(exit_mark.group(1))
    if want["exit"] is None:
        want["exit"] = 3 if want["leaks"] or want["at exit"] else 0
    return want


def verdicts(text, path):
    """What standard error tells: (kind, line, reason) of each goroutine; and whether leaks came before "end"."""
    found = {"leaks": collections.Counter(), "at exit": collections.Counter()}
    promised = {"leaks": 0, "at exit": 0}
    kind, late, reason, ended, problems = None, False, None, False, []
    name = os.path.basename(path)
    for line in text.split("\n"):
        head = re.match(r"(?:goroutine leak: (\d+) goroutines can never continue|"
                        r"blocked at exit: (\d+) goroutines wait for what only main could have given)$", line)
        if head:
            kind = "leaks" if head.group(1) else "at exit"
            promised[kind] += int(head.group(1) or head.group(2))
            late |= kind == "leaks" and ended
        elif line == "end":
            ended = True
        elif re.match(r"goroutine \d+ \[", line):
            reason = re.match(r"goroutine \d+ \[(.*)\]:$", line).group(1)
            if (reason.endswith(" (leaked)")) != (kind == "leaks"):
                problems.append("a trace under %r is headed %r" % (kind, line))
            reason = reason.replace(" (leaked)", "")
        else:
            place = re.match(r"\t.*/%s:(\d+)" % re.escape(name), line)
            if place and reason and kind:
                found[kind][(int(place.group(1)), reason)] += 1
                reason = None
    for kind in found:
        if promised[kind] != sum(found[kind].values()):
            problems.append("%s: %d promised, %d told" % (kind, promised[kind], sum(found[kind].values())))
    return found, late, problems


def run(sluice, flags, path, keep_open=False):
    with open(os.devnull) as nothing:
        process = subprocess.Popen([sluice, "run", "--leaks", *flags, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.PIPE if keep_open else nothing)
        try:
            if keep_open:
                out, err = process.stdout.read(), process.stderr.read()
                process.stdin.close()
                process.wait(TIMEOUT)
            else:
                out, err = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "", ""
    return process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")


def check(sluice, flags, path):
    want = expectation(path)
    status, _, err = run(sluice, flags, path, want["open"])
    if status is None:
        return "did not end within %d s" % TIMEOUT
    found, late, problems = verdicts(err, path)
    if status != want["exit"]:
        problems.append("exit status %d, expected %d" % (status, want["exit"]))
    for kind in found:
        if found[kind] != want[kind]:
            problems.append("%s: told %s, expected %s" % (kind, dict(found[kind]), dict(want[kind])))
    if want["running"] and late:
        problems.append("the leak was told only after the end")
    return "\n".join(problems) + ("\n" + err[:1500] if problems else "")


def check_silent(sluice, flags, path):
    text = open(path, encoding="utf-8", errors="surrogateescape").read()
    exit_mark = re.search(r"^// Exit: (\d+)", text, re.M)
    if (exit_mark and exit_mark.group(1) != "0") or re.search(r"^// Input: ", text, re.M):
        return ""
    status, _, err = run(sluice, flags, path)
    name = os.path.basename(path)
    told = len(re.findall(r"^goroutine \d+ \[", err, re.M)) if "goroutine leak" in err or "blocked at exit" in err else 0
    if told != WAITING.get(name, 0):
        return "%d goroutines told, expected %d\n%s" % (told, WAITING.get(name, 0), err[:1500])
    return "" if status == (3 if told else 0) else "exit status %s" % status


def main():
    args = sys.argv[1:]
    sluice, rounds, names = args[0], 3, []
    args = args[1:]
    while args:
        word = args.pop(0)
        if word == "--rounds":
            rounds = int(args.pop(0))
        else:
            names.append(word)
    paths = names or sorted(os.path.join(FOLDER, name) for name in os.listdir(FOLDER) if name.endswith(".go"))
    ways = [[]] * rounds + [["--workers", "1"]] + [["--seed", str(seed)] for seed in range(1, rounds + 3)]
    jobs = [(check, flags, path) for path in paths for flags in ways]
    if not names:
        programs = os.path.join(HERE, "programs")
        jobs += [(check_silent, flags, os.path.join(programs, name)) for name in sorted(os.listdir(programs))
                 if name.endswith(".go") for flags in ([], ["--seed", "1"])]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        for (_, flags, path), problem in zip(jobs, pool.map(lambda job: job[0](sluice, *job[1:]), jobs)):
            if problem:
                failed += 1
                print("%s %s: %s" % (os.path.basename(path), " ".join(flags), problem), flush=True)
    print("leaks: %d passed, %d failed" % (len(jobs) - failed, failed))
    return failed > 0


sys.exit(main())
