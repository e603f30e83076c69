#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may include whom: the table of CONTRIBUTING.md, enforced over every #include of our own; and every C file stands
as .clang-format says (as Debian 12's clang-format reads it: other versions lay out otherwise and are not asked)."""
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAY = {
    "engine/base": [],
    "engine/lang": ["base"],
    "engine/trace": ["base"],
    "engine/code": ["lang", "base"],
    "engine/run": ["code", "trace", "base", "lang"],
    "engine/std": ["run", "code", "trace", "base", "lang"],
    "engine/verify": ["run", "graph", "trace", "base"],
    "engine/graph": ["lang", "base"],
    "engine/link": ["run", "verify", "graph", "trace", "base", "lang"],
    "engine": ["base", "lang", "code", "run", "trace", "verify", "graph", "link", "engine.h"],
    "ui/scene": ["trace", "graph", "base"],
    "ui/layout": ["ui/scene", "trace", "graph", "base"],
    "ui/paint": ["ui/layout", "ui/scene", "trace", "base"],
    "ui/widgets": ["ui", "ui/paint", "ui/layout", "ui/scene", "engine.h", "trace", "graph"],
    "ui": ["ui/scene", "ui/layout", "ui/paint", "engine.h", "trace", "graph"],
    "app": ["app", "engine.h", "ui", "ui/widgets", "ui/scene", "ui/layout", "ui/paint"],
}
NO_TOOLKIT = ["engine", "ui/scene", "ui/layout"]  # neither GLib nor GTK
NO_GTK = ["ui/paint"]


def room_of(include):
    if include == "engine.h":
        return "engine.h"
    parts = include.split("/")
    if parts[0] == "ui":
        return "ui" if len(parts) == 2 else "/".join(parts[:2])
    return parts[0]


def formatted():
    """The files that clang-format would change; their number."""
    command = shutil.which("clang-format-14") or shutil.which("clang-format")
    version = subprocess.run([command, "--version"], capture_output=True, text=True).stdout if command else ""
    if "version 14." not in version:
        print("rules: clang-format 14 is not here, the format was not looked at")
        return 0, 0
    paths = [os.path.join(where, name) for folder in ("app", "engine", "ui", "tests")
             for where, _, names in os.walk(os.path.join(ROOT, folder)) for name in names if name.endswith((".c", ".h"))]
    done = subprocess.run([command, "--dry-run", *paths], capture_output=True, text=True, cwd=ROOT)
    wrong = {line.split(":")[0] for line in done.stderr.split("\n") if "-Wclang-format-violations" in line}
    for path in sorted(wrong):
        print("%s: not as .clang-format says" % os.path.relpath(path, ROOT))
    return len(paths), len(wrong)


def library():
    """The Go of resources/std: as gofmt writes it, and no text or comment in a function has a line that begins with "}",
    since that is how the parser finds the ends of functions that it does not read yet."""
    wrong = seen = 0
    token = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`[^`]*`", re.S)
    folder = os.path.join(ROOT, "resources", "std")
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            seen += 1
            if any("\n}" in text for text in token.findall(open(path, encoding="utf-8").read())):
                print("%s: a text has a line that begins with }" % os.path.relpath(path, ROOT))
                wrong += 1
    if shutil.which("gofmt"):
        done = subprocess.run(["gofmt", "-l", folder], capture_output=True, text=True)
        for path in (done.stdout + done.stderr).split("\n"):
            if path:
                print("%s: not as gofmt writes it" % path)
                wrong += 1
    return seen, wrong


def main():
    seen, wrong = map(sum, zip(formatted(), library()))
    for folder in ("engine", "ui", "app"):
        for where, _, names in os.walk(os.path.join(ROOT, folder)):
            room = os.path.relpath(where, ROOT)
            for name in names:
                if not name.endswith((".c", ".h")):
                    continue
                path = os.path.join(room, name)
                for number, line in enumerate(open(os.path.join(ROOT, path), encoding="utf-8"), 1):
                    ours = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
                    theirs = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
                    seen += bool(ours)
                    if ours:
                        target = room_of(ours.group(1))
                        own = room.replace("engine/", "", 1) if room.startswith("engine/") else room
                        if target != own and target not in MAY.get(room, []):
                            print("%s:%d: %s may not include %s" % (path, number, room, ours.group(1)))
                            wrong += 1
                    if theirs:
                        toolkit = re.match(r"(glib|gio|gtk|adwaita|gdk|gtksourceview|json-glib|pango|cairo)", theirs.group(1))
                        barred = any(room == r or room.startswith(r + "/") for r in NO_TOOLKIT)
                        gtk = re.match(r"(gtk|adwaita|gdk|gtksourceview)", theirs.group(1))
                        if (toolkit and barred) or (gtk and room in NO_GTK):
                            print("%s:%d: %s may not include <%s>" % (path, number, room, theirs.group(1)))
                            wrong += 1
    print("rules: %d passed, %d failed" % (seen - wrong, wrong))
    return wrong > 0 or not seen


sys.exit(main())
