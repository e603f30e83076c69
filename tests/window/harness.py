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
        env = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder, GTK_A11Y="none", NO_AT_BRIDGE="1")
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
        if self.alive():
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def xdo(*args):
    return subprocess.run(["xdotool", *args], capture_output=True, text=True).stdout.strip()


def colours(path, box):
    """Share of reddish and of dark pixels in a part of a screenshot."""
    x, y, w, h = box
    raw = subprocess.run(["convert", path, "-crop", "%dx%d+%d+%d" % (w, h, x, y), "-depth", "8", "rgb:-"],
                         capture_output=True, check=True).stdout
    red = dark = 0
    for i in range(0, len(raw) - 2, 3):
        r, g, b = raw[i], raw[i + 1], raw[i + 2]
        red += r > 140 and g < 80 and b < 90
        dark += r + g + b < 200
    pixels = max(1, len(raw) // 3)
    return red / pixels, dark / pixels


def example(name):
    return os.path.join(ROOT, "resources", "examples", name)


def copy_of(window_folder, name):
    path = os.path.join(window_folder, "program.go")
    shutil.copy(example(name), path)
    return path


def differ(one, other, box):
    """Share of pixels that differ in a part of two screenshots."""
    x, y, w, h = box
    crops = [subprocess.run(["convert", path, "-crop", "%dx%d+%d+%d" % (w, h, x, y), "-depth", "8", "rgb:-"],
                            capture_output=True, check=True).stdout for path in (one, other)]
    changed = sum(crops[0][i:i + 3] != crops[1][i:i + 3] for i in range(0, min(map(len, crops)), 3))
    return 3 * changed / max(1, len(crops[0]))


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
        try:
            try:
                tests[name]()
            except AssertionError:
                tests[name]() # a loaded X server drops events now and then: once more, from the start
            passed += 1
        except (AssertionError, subprocess.SubprocessError) as problem:
            failed += 1
            print("%s: %s" % (name, problem), flush=True)
            subprocess.run(["import", "-window", "root", "/tmp/window-%s.png" % name], stderr=subprocess.DEVNULL)
    manager.terminate()
    server.terminate()
    print("window: %d passed, %d failed" % (passed, failed))
    return failed > 0


