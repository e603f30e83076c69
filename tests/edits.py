#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Edits of the drawing as edits of the text: edits.py FOLDER/edits FOLDER/sluice [--no-go] [--seeds N].

Scripts of edits with the text that must come out; random sequences of edits over the examples and an empty program,
whose outcome gofmt leaves as it is and go vet takes; every part of the palette dropped into a pipeline and run."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLES = os.path.join(ROOT, "resources", "examples")
GOFMT = shutil.which("gofmt") or "/usr/lib/go-1.19/bin/gofmt"
EMPTY = "package main\n\nfunc main() {\n}\n"
ENV = dict(os.environ, GO111MODULE="off", GOFLAGS="", EDITS_STRICT="1")

# Each part between a source and a sink: what is connected, and what the program prints (as a set of lines where the
# order is the goroutines'), or how it ends.
SOURCE, SINK = "countUp.out", "printEach.in"
ONE_TO_ONE = {
    "mapEach": "1 4 9 16 25 36 49 64 81 100", "filter": "2 4 6 8 10", "reduce": "55", "distinct": "1 2 3 4 5 6 7 8 9 10",
    "take": "1 2 3 4 5", "queue": "1 2 3 4 5 6 7 8 9 10", "workerPool": "1 4 9 16 25 36 49 64 81 100",
    "sequence": "1 2 3 4 5 6 7 8 9 10", "limitRate": "1 2 3 4 5 6 7 8 9 10", "timeout": "1 2 3 4 5 6 7 8 9 10",
    "delay": "1 2 3 4 5 6 7 8 9 10", "stopAfter": "1 2 3 4 5 6 7 8 9 10",
    "atMost": "1 4 9 16 25 36 49 64 81 100",
    "batch": "[1 2 3] [4 5 6] [7 8 9] [10]", "window": "[1 2 3] [2 3 4] [3 4 5] [4 5 6] [5 6 7] [6 7 8] [7 8 9] [8 9 10]",
}
ANY_ORDER = {"workerPool", "atMost"}
OTHERS = {
    "readLines": (["add readLines", "add printEach", "connect readLines.out printEach.in"], "a b"),
    "dice": (["add dice", "add countAll", "connect dice.out countAll.in"], "10 values"),
    "fromSlice": (["add fromSlice", "add printEach", "connect fromSlice.out printEach.in"], "red green blue"),
    "ticks": (["add ticks", "add collect", "connect ticks.out collect.in"], "[1 2 3 4 5 6 7 8 9 10]"),
    "retry": (["add countUp", "add retry", "add printEach", "connect countUp.out retry.in",
               "connect retry.out printEach.in"], None),
    "tee": (["add countUp", "add tee", "add collect", "add countAll", "connect countUp.out tee.in",
             "connect tee.left collect.in", "connect tee.right countAll.in"], {"[1 2 3 4 5 6 7 8 9 10]", "10 values"}),
    "split": (["add countUp", "add split", "add collect", "add countAll", "connect countUp.out split.in",
               "connect split.left collect.in", "connect split.right countAll.in"], {"[1 3 5 7 9]", "5 values"}),
    "broadcast": (["add countUp", "add broadcast", "add collect", "add countAll", "add printEach",
                   "connect countUp.out broadcast.in", "connect broadcast.first collect.in",
                   "connect broadcast.second countAll.in", "connect broadcast.third printEach.in"],
                  {"[1 2 3 4 5 6 7 8 9 10]", "10 values"} | {str(n) for n in range(1, 11)}),
    "merge": (["add countUp", "own countUp", "add merge", "add countAll", "connect countUp.out merge.a",
               "argument countUp#2.last 5", "connect countUp#2.out merge.b", "connect merge.out countAll.in"], "15 values"),
    "mergeSelect": (["add countUp", "own countUp", "add mergeSelect", "add countAll", "connect countUp.out mergeSelect.a",
                     "argument countUp#2.last 5", "connect countUp#2.out mergeSelect.b",
                     "connect mergeSelect.out countAll.in"], "15 values"),
    "zip": (["add countUp", "own countUp", "add zip", "add printEach", "connect countUp.out zip.as",
             "argument countUp#2.last 3", "connect countUp#2.out zip.bs", "connect zip.out printEach.in"], "2 4 6"),
    "barrier": (["add countUp", "own countUp", "add barrier", "add collect", "add countAll", "connect countUp.out barrier.a",
                 "argument countUp#2.last 9", "connect countUp#2.out barrier.b", "connect barrier.outA collect.in",
                 "connect barrier.outB countAll.in"], {"[1 2 3 4 5 6 7 8 9]", "9 values"}),
    "dropsReceive": (["add countUp", "add dropsReceive", "add printEach", "connect countUp.out dropsReceive.in",
                      "connect dropsReceive.out printEach.in"], "1 2 3"),
    "forgetsClose": (["add countUp", "add forgetsClose", "add countAll", "connect countUp.out forgetsClose.in",
                      "connect forgetsClose.out countAll.in"], 2),
    "closesEarly": (["add countUp", "add closesEarly", "add countAll", "connect countUp.out closesEarly.in",
                     "connect closesEarly.out countAll.in"], 2),
    "countUp": (["add countUp", "add collect", "connect countUp.out collect.in"], "[1 2 3 4 5 6 7 8 9 10]"),
    "printEach": (["add countUp", "add printEach", "connect countUp.out printEach.in"], "1 2 3 4 5 6 7 8 9 10"),
    "countAll": (["add countUp", "add countAll", "connect countUp.out countAll.in"], "10 values"),
    "collect": (["add countUp", "add collect", "connect countUp.out collect.in"], "[1 2 3 4 5 6 7 8 9 10]"),
}


# What is told of tests/programs; each of them is meant to show it.
HINTS = {
    "classic-future-promise": ["no sender"], "classic-sieve": ["no end (advice)"],
    "classic-sleeping-barber": ["not closed (advice)"], "deadlock-range": ["not closed"], "deadlock-receive": ["no sender"],
    "deadlock-two-goroutines": ["all send"], "deadlock-worker-pool": ["no receiver"],
    "main-returns-while-others-wait": ["no end (advice)", "no sender"],
}


class Tests:
    def __init__(self, edits, sluice, go):
        self.edits, self.sluice, self.go = edits, sluice, go
        self.passed = self.failed = 0
        self.folder = tempfile.mkdtemp(prefix="sluice-edits-")
        self.made = []  # programs to be looked at by the Go toolchain, all at once

    def check(self, good, what, more=""):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print("edits: %s\n%s" % (what, more))
        return good

    def keep(self, name, text):
        folder = os.path.join(self.folder, "src", name)
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "main.go")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self.made.append(path)
        return path

    def script(self, text, commands):
        path = os.path.join(self.folder, "start.go")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return subprocess.run([self.edits, "script", path], input="\n".join(commands) + "\n", capture_output=True, text=True,
                              env=ENV)

    def parts(self):
        listed = subprocess.run([self.edits, "parts"], capture_output=True, text=True).stdout.split("\n")
        names = [line.split("\t")[0] for line in listed if line]
        self.check(len(names) >= 24, "the palette has %d processes" % len(names))
        for line in listed:
            if line:
                self.check(len(line.split("\t")) == 5 and all(line.split("\t")), "a part lacks words", line)
        for name in names:
            wants = ONE_TO_ONE.get(name)
            commands = ["add countUp", "add " + name, "add printEach", "connect %s %s.in" % (SOURCE, name),
                        "connect %s.out %s" % (name, SINK)]
            if name in OTHERS:
                commands, wants = OTHERS[name]
            elif not self.check(wants, "no test uses the part " + name):
                continue
            done = self.script(EMPTY, commands)
            if self.check(done.returncode == 0, "the part %s cannot be wired" % name, done.stderr):
                self.run_part(name, self.keep("part-" + name, done.stdout), wants)

    def run_part(self, name, path, wants):
        done = subprocess.run([self.sluice, "run", "--seed", "1", path], input="a\nb\n", capture_output=True, text=True)
        lines = [line for line in done.stdout.split("\n") if line]
        if isinstance(wants, int):
            good = done.returncode == wants
        elif isinstance(wants, set):
            good = set(lines) == wants
        elif name in ANY_ORDER:
            good = sorted(lines) == sorted(wants.split())
        else:
            good = wants is None or " ".join(lines) == wants
        good = good and (isinstance(wants, int) or done.returncode == 0)
        self.check(good, "the part %s gives" % name, done.stdout + done.stderr)

    def scripts(self):
        folder = os.path.join(ROOT, "tests", "graph", "edits")
        for name in sorted(os.listdir(folder)):
            start, commands, wants, refusals = read_script(os.path.join(folder, name))
            done = self.script(start, commands)
            self.check(done.stdout == wants, name, "gives\n%s\nwants\n%s\n%s" % (done.stdout, wants, done.stderr))
            told = [line.split(": refused: ", 1)[1] for line in done.stderr.split("\n") if ": refused: " in line]
            self.check(told == refusals, name, "refused\n%s\nwants\n%s" % ("\n".join(told), "\n".join(refusals)))
            self.keep("script-" + name.replace(".txt", ""), done.stdout)

    def others(self):
        """Programs that were not written for drawings, as far as Debian's Go takes them and gofmt leaves them alone."""
        found = []
        for path in sorted(glob.glob(os.path.join(ROOT, "tests", "programs", "*.go"))):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if re.search(r"\bgo [a-zA-Z]|\bchan\b", text) and "go:build" not in text:
                found.append(path)
        if not self.go or not found:
            return found
        left = subprocess.run([GOFMT, "-l", *found], capture_output=True, text=True).stdout.split()
        folder = os.path.join(self.folder, "src", "originals")
        for path in found:
            place = os.path.join(folder, os.path.basename(path)[:-3])
            os.makedirs(place)
            shutil.copy(path, os.path.join(place, "main.go"))
        refused, told = set(), True
        while told: # what cannot be loaded hides what vet says of the rest
            names = [os.path.join("originals", name) for name in os.listdir(folder) if name not in refused]
            done = subprocess.run(["go", "vet", *names], capture_output=True, text=True, env=dict(ENV, GOPATH=self.folder),
                                  cwd=self.folder)
            told = set(re.findall(r"originals/([^/]+)/main.go", done.stdout + done.stderr)) - refused
            refused |= told
        shutil.rmtree(folder)
        return [path for path in found if path not in left and os.path.basename(path)[:-3] not in refused]

    def random(self, seeds, length):
        empty = os.path.join(self.folder, "empty.go")
        with open(empty, "w", encoding="utf-8") as file:
            file.write(EMPTY)
        paths = [empty] + [os.path.join(EXAMPLES, name) for name in sorted(os.listdir(EXAMPLES))]
        others = self.others()
        environment = dict(os.environ)
        for seed in range(1, seeds + 1):
            # Of the others a fifth a seed: all of them with five.
            for number, path in enumerate(paths + [other for i, other in enumerate(others) if i % 5 == seed % 5]):
                out = self.keep("random-%d-%d" % (seed, number), "")
                done = subprocess.run([self.edits, "random", path, str(seed * 100 + number), str(length), out],
                                      capture_output=True, text=True, env=environment)
                self.check(done.returncode == 0, "%s, seed %d" % (path, seed * 100 + number), done.stderr[-2000:])
                if done.returncode:
                    self.made.remove(out)

    def hints(self):
        """Over programs that were not written for drawings the hints name what is so, and nothing else."""
        for path in sorted(glob.glob(os.path.join(ROOT, "tests", "programs", "*.go"))):
            done = subprocess.run([self.edits, "hints", path], capture_output=True, text=True)
            if done.returncode == 0:
                told = sorted({line.split(":")[0] for line in done.stdout.split("\n") if line})
                name = os.path.basename(path)[:-3]
                self.check(told == HINTS.get(name, []), "hints on " + name, done.stdout)

    def toolchain(self):
        if not self.go:
            return
        done = subprocess.run([GOFMT, "-l", *self.made], capture_output=True, text=True)
        self.check(not done.stdout and not done.stderr, "gofmt would change", done.stdout + done.stderr)
        for path in self.made: # as the compiler takes unused things, and as vet looks at copied locks and lost values
            if os.path.getsize(path) == 0:
                self.check(False, "nothing was written", path)
        names = sorted(os.path.basename(os.path.dirname(path)) for path in self.made)
        environment = dict(ENV, GOPATH=self.folder)
        for tool in (["vet"], ["build", "-o", os.path.join(self.folder, "bin") + os.sep]):
            done = subprocess.run(["go", *tool, *names], capture_output=True, text=True, env=environment, cwd=self.folder)
            self.check(done.returncode == 0, "go " + tool[0], done.stdout + done.stderr)


def read_script(path):
    """Parts between lines "-- start", "-- edits", "-- gives", "-- refuses"."""
    parts, now = {"start": EMPTY, "edits": "", "gives": "", "refuses": ""}, None
    for line in open(path, encoding="utf-8"):
        if line.startswith("-- "):
            now = line[3:].strip()
            parts[now] = ""
        else:
            parts[now] += line
    return (parts["start"], parts["edits"].split("\n"), parts["gives"], [l for l in parts["refuses"].split("\n") if l])


def main():
    words = sys.argv[1:]
    seeds = 1
    if "--seeds" in words:
        at = words.index("--seeds")
        seeds = int(words[at + 1])
        del words[at:at + 2]
    go = "--no-go" not in words and shutil.which("go") is not None
    words = [word for word in words if word != "--no-go"]
    tests = Tests(os.path.abspath(words[0]), os.path.abspath(words[1]), go)
    try:
        tests.scripts()
        tests.parts()
        tests.hints()
        tests.random(seeds, 40)
        tests.toolchain()
    finally:
        shutil.rmtree(tests.folder)
    print("edits: %d passed, %d failed%s" % (tests.passed, tests.failed, "" if go else " (without the Go toolchain)"))
    return tests.failed > 0 or not tests.passed


if __name__ == "__main__":
    sys.exit(main())
