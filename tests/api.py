#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts, for each package, how many names of Go's API exist here: functions, types, methods, constants, variables.

The names come from Go's own lists (go1.*.txt of Debian's Go 1.19) and, for newer ones, from tests/api-newer.txt. Each is
used on a line of a program of its own package, which "sluice check" reports as missing or not.

usage: api.py SLUICE [--missing [PACKAGE...]] [--write]   (--write: the table of CONTRIBUTING.md)
"""
import collections
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = "/usr/lib/go-1.19/api/go1*.txt"

PACKAGES = """bufio bytes cmp container/heap container/list container/ring context crypto/hmac crypto/md5 crypto/rand crypto/sha1
crypto/sha256 crypto/sha512 crypto/subtle embed encoding encoding/base64 encoding/binary encoding/csv encoding/hex encoding/json errors
flag fmt golang.org/x/sync/errgroup golang.org/x/sync/semaphore golang.org/x/sync/singleflight hash hash/adler32
hash/crc32 hash/crc64 hash/fnv hash/maphash html io io/fs io/ioutil iter log log/slog maps math math/big math/bits
math/cmplx math/rand math/rand/v2 net net/http net/http/httptest net/url os os/exec os/signal path path/filepath reflect regexp runtime
runtime/debug runtime/pprof runtime/trace slices sort strconv strings sync sync/atomic syscall testing testing/iotest
testing/quick testing/synctest text/tabwriter text/template text/template/parse time unicode unicode/utf16 unicode/utf8 unique
unsafe weak""".split()


def names():
    """package -> set of (kind, name); methods are "(*T) Name"."""
    found = collections.defaultdict(set)
    for path in glob.glob(LISTS):
        for line in open(path, encoding="utf-8"):
            m = re.match(r"pkg ([\w/.]+)(?: \(([\w-]+)\))?, (func|type|const|var|method) (\(\*?\w+\) )?(\w+)", line)
            if not m or (m.group(2) and m.group(2) != "linux-amd64"):
                continue
            package, _, kind, receiver, name = m.groups()
            if package == "syscall" and name not in SYSCALL:
                continue
            found[package].add((kind, (receiver or "") + name))
    for line in open(os.path.join(HERE, "api-newer.txt"), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            package, kind, name = line.strip().split(" ", 2)
            found[package].add((kind, name))
    return found


# Of package syscall only what portable programs name.
SYSCALL = {"Errno", "Signal", "SIGINT", "SIGTERM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "EINTR", "EAGAIN",
           "EINVAL", "ENOENT", "EEXIST", "EPERM", "Getpid", "Exit", "Getenv"}


def use(package, alias, kind, name):
    if package == "unsafe" and kind == "func":  # built in: there is no value of it
        arguments = {"Sizeof": "0", "Alignof": "0", "Offsetof": "T{}.f", "Add": "nil, 0", "Slice": "new(int), 0",
                     "SliceData": "[]int{}", "String": "new(byte), 0", "StringData": '""'}
        return "var _ = p.%s(%s)" % (name, arguments[name])
    if kind == "type":
        return "type _ = %s.%s" % (alias, name)
    if kind == "method":
        m = re.match(r"\((\*?)([\w\[\]]+)\) (\w+)", name)
        return "var _ = (%s%s.%s).%s" % (m.group(1), alias, m.group(2), m.group(3))
    return "var _ = %s.%s" % (alias, name)


def missing(sluice, package, wanted):
    """The names of the package that do not exist here."""
    listed = sorted(wanted)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "main.go")
        with open(path, "w", encoding="utf-8") as file:
            file.write('package main; import p "%s"; func main() {}; type T struct{ f int }\n' % package)
            for kind, name in listed:
                file.write(use(package, "p", kind, name) + "\n")
        done = subprocess.run([sluice, "check", path], capture_output=True)
    text = done.stderr.decode()
    if "is not in std" in text:
        return None
    gone = set()
    for line in text.split("\n"):
        m = re.match(r".*?main\.go:(\d+):\d+: (.*)", line)
        if m and re.search(r"undefined|not exported|no field or method|not supported|undeclared", m.group(2)):
            gone.add(listed[int(m.group(1)) - 2])
    return gone


def main():
    args = sys.argv[1:]
    sluice = os.path.abspath(args.pop(0))
    found = names()
    show = "--missing" in args
    chosen = [a for a in args if not a.startswith("--")] or PACKAGES
    rows, all_here, all_names = [], 0, 0
    for package in chosen:
        wanted = found.get(package, set())
        gone = missing(sluice, package, wanted)
        here = 0 if gone is None else len(wanted) - len(gone)
        rows.append((package, here, len(wanted)))
        if gone is not None:
            all_here, all_names = all_here + here, all_names + len(wanted)
        if show and gone is None:
            print("%s: all of it" % package)
        elif show and gone:
            print("%s: %s" % (package, ", ".join("%s %s" % item for item in sorted(gone))))
    lines = ["| package | here | of |", "|---|---|---|"]
    for package, here, total in rows:
        lines.append("| %s | %s | %d |" % (package, here if here else "–", total))
    lines.append("| **all that exist** | **%d** | **%d** |" % (all_here, all_names))
    if "--write" in args:
        path = os.path.join(os.path.dirname(HERE), "CONTRIBUTING.md")
        text = open(path, encoding="utf-8").read()
        begin, end = "<!-- api.py: begin -->\n", "<!-- api.py: end -->"
        head, rest = text.split(begin)
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1])
    elif not show:
        print("\n".join(lines))


main()
