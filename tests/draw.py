#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sluice draw and sluice export: draw.py FOLDER/sluice. Every example drawn in every format, instants and timelines of
runs; the page of a run opened in a browser without a window, at its beginning, in its middle and at its end."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.dom.minidom
from html.parser import HTMLParser

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLES = sorted(glob.glob(os.path.join(ROOT, "resources", "examples", "*.go")))
passed = failed = 0


def check(good, what, more=""):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print("draw: %s\n%s" % (what, more))
    return good


def run(*words):
    # Without a display, whatever the tests are started from.
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run([*words], capture_output=True, text=True, env=environment)


def drawings(sluice, folder):
    for path in EXAMPLES:
        name = os.path.basename(path)
        out = os.path.join(folder, name + ".svg")
        done = run(sluice, "draw", path, "-o", out)
        if check(done.returncode == 0, name, done.stderr):
            picture = xml.dom.minidom.parse(out).documentElement
            check(float(picture.getAttribute("width").replace("pt", "")) > 200, name + " is too small to be a drawing")
            check(len(picture.getElementsByTagName("path")) > 5, name + " shows nothing")
        out = os.path.join(folder, name + ".png")
        for flags in (["--at", "12", "--seed", "3"], ["--timeline"], ["--at", "0", "--dark"]):
            done = run(sluice, "draw", path, "-o", out, *flags)
            check(done.returncode == 0 and open(out, "rb").read(4) == b"\x89PNG", "%s %s" % (name, flags), done.stderr)
    out = os.path.join(folder, "one.pdf")
    done = run(sluice, "draw", EXAMPLES[4], "--function", "square", "-o", out)
    check(done.returncode == 0 and open(out, "rb").read(4) == b"%PDF", "a function as PDF", done.stderr)
    again = [os.path.join(folder, n) for n in ("a.svg", "b.svg")]
    for out in again:
        run(sluice, "draw", EXAMPLES[5], "--at", "30", "--seed", "7", "-o", out)
    texts = [re.sub(r"surface\d+|glyph-?[\d-]+", "", open(out).read()) for out in again]
    check(texts[0] == texts[1], "the same instant of the same seed is the same picture")
    listed = run(sluice, "draw", EXAMPLES[4])
    check("square\tstarts goroutines" in listed.stdout and listed.returncode == 0, "the functions are listed", listed.stdout)
    check(run(sluice, "draw", EXAMPLES[4], "-o", "x.gif").returncode == 2, "other formats are refused")
    check(run(sluice, "draw", EXAMPLES[4], "--function", "none", "-o", again[0]).returncode == 1, "unknown functions")
    bad = os.path.join(folder, "bad.go")
    with open(bad, "w", encoding="utf-8") as file:
        file.write("package main\n\nfunc main() {\n\tx := 1\n}\n")
    done = run(sluice, "draw", bad, "-o", again[0])
    check(done.returncode == 1 and "declared and not used: x" in done.stderr, "errors are told", done.stderr)
    linked = run("ldd", sluice).stdout
    check("cairo" not in linked and "gtk" not in linked, "sluice itself links no toolkit", linked)


class Texts(HTMLParser):
    """The text of each element with an id."""

    def __init__(self):
        super().__init__()
        self.open, self.texts = [], {}

    def handle_starttag(self, tag, attributes):
        if tag in ("meta", "input", "link", "br"):
            return
        self.open.append(dict(attributes).get("id"))

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        for name in self.open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data


def browse(browser, page, frame, folder):
    done = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder + "/profile",
                           "--virtual-time-budget=2000", "--dump-dom", "file://%s#%d" % (page, frame)],
                          capture_output=True, text=True, timeout=120)
    texts = Texts()
    texts.feed(done.stdout)
    return texts.texts


def pages(sluice, folder):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    for number in (5, 11):
        path, page = EXAMPLES[number], os.path.join(folder, "run.html")
        done = run(sluice, "export", path, "-o", page, "--seed", "2")
        if not check(done.returncode == 0, "export of " + path, done.stderr):
            continue
        text = open(page, encoding="utf-8").read()
        links = [link for link in re.findall(r"https?://[^\"'\s]+", text) if link != "http://www.w3.org/2000/svg"]
        check(not links and "src=" not in text, "the page needs no network", str(links))
        recording = json.loads(re.search(r"const recording = (\{.*\});\nconst frames", text, re.S).group(1))
        frames = recording["frames"]
        check(recording["files"] == [[os.path.basename(path), open(path, encoding="utf-8").read()]], "the page has the source")
        ran = run(sluice, "run", "--seed", "2", path)
        check("".join(frame["out"] for frame in frames).startswith(ran.stdout), "the page has the output", ran.stdout)
        if not browser:
            print("draw: no chromium here: the page was only read")
            continue
        last = len(frames) - 1
        for at in (0, last // 2, last):
            texts = browse(browser, page, at, folder)
            check(texts.get("count") == "event %d of %d" % (frames[at]["n"], frames[last]["n"]), "event %d is shown" % at, str(texts)[:2000])
            check(texts.get("say", "").strip() == frames[at]["say"].strip(), "it says what happens", str(texts.get("say")))
            check("main" in texts.get("view", ""), "main is drawn", str(texts.get("view")))
            check(texts.get("out", "") == "".join(f["out"] for f in frames[:at + 1]), "output so far", str(texts.get("out")))
        if number == 11:
            check("wait for each other" in texts.get("verdict", ""), "the deadlock is told", str(texts.get("verdict")))


def inputs_and_files(sluice, folder):
    """A program of two files that reads its input, and one that runs long."""
    place, page = os.path.join(folder, "two"), os.path.join(folder, "two.html")
    os.makedirs(place)
    with open(os.path.join(place, "a.go"), "w", encoding="utf-8") as file:
        file.write("package main\n\nimport \"fmt\"\n\nfunc main() {\n\tvar word string\n\tfmt.Scan(&word)\n\tgive(word)\n}\n")
    with open(os.path.join(place, "b.go"), "w", encoding="utf-8") as file:
        file.write("package main\n\nimport \"fmt\"\n\nfunc give(word string) {\n\tc := make(chan string, 1)\n"
                   "\tc <- word\n\tfmt.Println(<-c)\n}\n")
    done = subprocess.run([sluice, "export", place, "-o", page], input="seven\n", capture_output=True, text=True)
    text = open(page, encoding="utf-8").read() if check(done.returncode == 0, "export of a folder", done.stderr) else ""
    recording = json.loads(re.search(r"const recording = (\{.*\});\nconst frames", text, re.S).group(1))
    check([name for name, _ in recording["files"]] == ["a.go", "b.go"], "the page has both files")
    check("".join(frame["out"] for frame in recording["frames"]) == "seven\n", "the program has its input")
    check(any(frame["file"] == 1 and frame["line"] == 7 for frame in recording["frames"]), "events stand in their file")
    out = os.path.join(folder, "in.svg")
    done = subprocess.run([sluice, "draw", place, "--at", "0", "-o", out], input="nine\n", capture_output=True, text=True)
    check(done.returncode == 0 and os.path.getsize(out) > 1000, "an instant of a run with input", done.stderr)
    long = os.path.join(folder, "long.go")
    with open(long, "w", encoding="utf-8") as file:
        file.write("package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- i\n"
                   "\t\t}\n\t}()\n\tfor range c {\n\t}\n}\n")
    done = subprocess.run([sluice, "export", long, "-o", page, "--events", "6000"], capture_output=True, text=True)
    frames = open(page, encoding="utf-8").read().count('{"n":')
    check(done.returncode == 0 and frames > 3900 and "goes on" in done.stderr, "6000 events", "%d\n%s" % (frames, done.stderr))


def main():
    sluice = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="sluice-draw-")
    try:
        drawings(sluice, folder)
        pages(sluice, folder)
        inputs_and_files(sluice, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("draw: %d passed, %d failed" % (passed, failed))
    return failed > 0 or not passed


sys.exit(main())
