# SPDX-License-Identifier: MIT
"""What tests of the window share: the program under Xvfb, real mouse and keyboard events, its title, screenshots."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1])
KEEP = sys.argv[3] if len(sys.argv) > 3 else None
WIDTH, HEIGHT = 1440, 900
PATIENCE = 20
ALL_CORES = (600, 28)

passed, failed = 0, 0


class Window:
    """One run of the program on the display of the test."""

    def __init__(self, *args, home=None):
        self.folder = home or tempfile.mkdtemp()
        env = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder, GTK_A11Y="none", NO_AT_BRIDGE="1",
                   SLUICE_DESCRIBE=os.path.join(self.folder, "things"))
        self.process = subprocess.Popen([os.path.join(BUILD, "sluice-window"), *args], env=env,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.id = self.wait(lambda: xdo("search", "--onlyvisible", "--pid", str(self.process.pid)).split("\n")[-1],
                            "the window appears")
        xdo("windowactivate", "--sync", self.id)
        xdo("windowsize", "--sync", self.id, str(WIDTH), str(HEIGHT))
        xdo("windowmove", self.id, "0", "0")
        time.sleep(0.5)

    def wait(self, get, what, seconds=PATIENCE):
        end = time.time() + seconds
        while time.time() < end:
            value = get()
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError("%s: not within %d s (title: %r)" % (what, seconds, self.title()))

    def title(self):
        return xdo("getwindowname", self.id) if getattr(self, "id", None) else ""

    def until(self, pattern, seconds=PATIENCE):
        return self.wait(lambda: re.search(pattern, self.title()), "the title says %r" % pattern, seconds)

    def key(self, *keys):
        xdo("key", "--clearmodifiers", *keys)
        time.sleep(0.15)

    def click(self, x, y, button=1):
        xdo("mousemove", str(x), str(y), "click", str(button))
        time.sleep(0.2)

    def settled(self):
        """The title, once it has stayed the same for a while: what was asked for has been done."""
        title, since, end = self.title(), time.time(), time.time() + PATIENCE
        while time.time() - since < 0.7 and time.time() < end:
            time.sleep(0.05)
            now = self.title()
            if now != title:
                title, since = now, time.time()
        return title

    def things(self):
        """All that is seen in the window (ui/widgets/describe.c): (what, action, words, x, y, w, h) in the screen's
        pixels."""
        path = os.path.join(self.folder, "things")
        if os.path.exists(path):
            os.remove(path)
        os.kill(self.process.pid, signal.SIGUSR1)
        self.wait(lambda: os.path.exists(path), "the window describes itself")
        place = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", self.id).split("\n") if "=" in line)
        things = []
        with open(path, encoding="utf-8") as file:
            for line in file:
                box, what, action, words = line.rstrip("\n").split("\t", 3)
                x, y, w, h = map(int, box.split())
                things.append((what, action, words, x + int(place["X"]), y + int(place["Y"]), w, h))
        return things

    def all(self, what="", words="", action=""):
        """The boxes (x, y, w, h) of what matches these patterns, once they are where they will stay."""
        def found():
            return [thing[3:] for thing in self.things() if re.search(what, thing[0]) and re.search(words, thing[2]) and
                    re.search(action, thing[1])]
        boxes, before = found(), None
        end = time.time() + PATIENCE
        while boxes != before and time.time() < end: # what still moves is not clicked at
            time.sleep(0.12)
            boxes, before = found(), boxes
        return boxes

    def find(self, what="", words="", action=""):
        """The box of the first that matches; waits for it."""
        return self.wait(lambda: self.all(what, words, action), "there is %s" % " ".join((what, words, action)))[0]

    def press(self, what="", words="", action="", button=1):
        """Clicks in the middle of the first that matches."""
        x, y, w, h = self.find(what, words, action)
        self.click(x + w // 2, y + h // 2, button)

    def focus_canvas(self):
        """By a click on empty paper, which also selects nothing."""
        x, y, w, h = self.find("^SlCanvas")
        nodes = [thing[3:] for thing in self.things() if re.match("node|case", thing[0])]
        for dx, dy in ((w // 2, h - 14), (w // 2, 90), (14, h // 2), (w - 14, h // 2)):
            at = (x + dx, y + dy)
            if not any(a - 8 <= at[0] <= a + c + 8 and b - 8 <= at[1] <= b + d + 8 for a, b, c, d in nodes):
                self.click(*at)
                return
        raise AssertionError("there is no empty paper")

    def shot(self, name):
        path = os.path.join(KEEP or self.folder, name + ".png")
        subprocess.run(["import", "-window", "root", path], check=True)
        return path

    def child(self):
        out = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        return int(out[0]) if out else 0

    def alive(self):
        return self.process.poll() is None

    def close(self):
        if sys.exc_info()[0]: # the test is failing: what it looked like
            subprocess.run(["import", "-window", "root", "/tmp/window-failed-%d.png" % self.process.pid],
                           stderr=subprocess.DEVNULL)
            print("picture: /tmp/window-failed-%d.png" % self.process.pid, flush=True)
        if self.alive():
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def xdo(*args):
    return subprocess.run(["xdotool", *args], capture_output=True, text=True).stdout.strip()


def pixels(path, box):
    """The pixels of a part of a screenshot, as (red, green, blue)."""
    x, y, w, h = box
    raw = subprocess.run(["convert", path, "-crop", "%dx%d+%d+%d" % (w, h, x, y), "-depth", "8", "rgb:-"],
                         capture_output=True, check=True).stdout
    return list(zip(raw[0::3], raw[1::3], raw[2::3]))


def share(path, box, like):
    """Share of the pixels in a part of a screenshot that like(red, green, blue) holds for."""
    dots = pixels(path, box)
    return sum(1 for dot in dots if like(*dot)) / max(1, len(dots))


def reddish(path, box):
    return share(path, box, lambda r, g, b: r > 140 and g < 80 and b < 90)


def example(name):
    return os.path.join(ROOT, "resources", "examples", name)


def copy_of(window_folder, name):
    path = os.path.join(window_folder, "program.go")
    shutil.copy(example(name), path)
    return path


def differ(one, other, box):
    """Share of pixels that differ in a part of two screenshots."""
    before, after = pixels(one, box), pixels(other, box)
    return sum(a != b for a, b in zip(before, after)) / max(1, len(before))


SIDE, CANVAS = (970, 60, 460, 800), (10, 60, 940, 600)


def main(tests):
    """Runs the functions whose names begin with test_ (with ONLY in the environment, those that contain it)."""
    global passed, failed
    display = ":%d" % (90 + os.getpid() % 100)
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "%dx%dx24" % (WIDTH, HEIGHT)], stderr=subprocess.DEVNULL)
    os.environ["DISPLAY"] = display
    os.environ.pop("WAYLAND_DISPLAY", None)
    os.environ["GDK_BACKEND"] = "x11"
    time.sleep(1)
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    names = [name for name in tests if name.startswith("test_")]
    only = os.environ.get("ONLY")
    for name in names:
        if only and only not in name:
            continue
        for attempt in (1, 2):  # a window on a busy machine: what passes only at the second try is told
            try:
                tests[name]()
                passed += 1
                break
            except Exception as problem:  # whatever it is, the other tests run
                print("%s, try %d: %s: %s" % (name, attempt, type(problem).__name__, problem), flush=True)
        else:
            failed += 1
    manager.terminate()
    server.terminate()
    print("window: %d passed, %d failed" % (passed, failed))
    return failed > 0


