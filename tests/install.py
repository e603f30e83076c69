#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What meson install puts into a folder works from there: install.py BUILD_FOLDER.

The desktop's own checkers look at the files; completions, manual and help agree on the flags; the programs find their
examples, palette, settings, icons and words beside themselves, the window in German too."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.abspath(sys.argv[1])
passed = failed = 0


def check(good, what, more=""):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print("install: %s\n%s" % (what, more))
    return good


def run(*words, **more):
    return subprocess.run([*words], capture_output=True, text=True, **more)


def succeeds(what, *words, **more):
    done = run(*words, **more)
    return check(done.returncode == 0, what, done.stdout + done.stderr)


def files(place):
    share = os.path.join(place, "share")
    have = lambda *parts: check(os.path.isfile(os.path.join(share, *parts)), "there is no " + os.path.join(*parts))
    for name in ("bash-completion/completions/sluice", "zsh/site-functions/_sluice", "fish/vendor_completions.d/sluice.fish",
                 "man/man1/sluice.1", "man/man1/sluice-window.1", "locale/de/LC_MESSAGES/sluice.mo",
                 "icons/hicolor/scalable/apps/io.github.sluice.svg", "icons/hicolor/symbolic/apps/io.github.sluice-symbolic.svg"):
        have(name)
    desktop = os.path.join(share, "applications", "io.github.sluice.desktop")
    text = open(desktop, encoding="utf-8").read()
    check("MimeType=text/x-go;" in text and "Comment[de]=" in text, "the desktop file opens Go files, in German too", text)
    for tool, words in (("desktop-file-validate", [desktop]), ("appstreamcli", ["validate", "--no-net",
                        os.path.join(share, "metainfo", "io.github.sluice.metainfo.xml")])):
        if shutil.which(tool):
            succeeds(tool, tool, *words)
    succeeds("schemas compile", "glib-compile-schemas", "--strict", os.path.join(share, "glib-2.0", "schemas"))
    for tool in ("gtk4-update-icon-cache", "gtk-update-icon-cache"):
        if shutil.which(tool):
            succeeds("icons are cached", tool, "-f", "-t", os.path.join(share, "icons", "hicolor"))
    for page in glob.glob(os.path.join(share, "man", "man1", "*")):
        done = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page, env=dict(os.environ, MANWIDTH="90"))
        check(done.returncode == 0 and not done.stderr and len(done.stdout) > 300, "the manual page " + page, done.stderr)


def flags(place):
    """Each flag of the help is completed by every shell."""
    wanted = re.findall(r"^  --([a-z-]+)", run(os.path.join(place, "bin", "sluice"), "help").stdout, re.M)
    check(len(wanted) > 12, "the help lists flags", str(wanted))
    for shell, name, form in (("bash", "bash-completion/completions/sluice", "--%s"), ("zsh", "zsh/site-functions/_sluice", "'--%s["),
                              ("fish", "fish/vendor_completions.d/sluice.fish", "-l %s ")):
        path = os.path.join(place, "share", name)
        text = open(path, encoding="utf-8").read()
        check(all(form % flag in text for flag in wanted), "completion for %s has all flags" % shell,
              str([flag for flag in wanted if form % flag not in text]))
        if shutil.which(shell):
            succeeds("%s reads its completion" % shell, shell, "-n", path)
    completed = run("bash", "-c", "source %s; COMP_WORDS=(sluice run --re); COMP_CWORD=2; _sluice; echo ${COMPREPLY[@]}" %
                    os.path.join(place, "share", "bash-completion/completions/sluice"))
    check(completed.stdout.split() == ["--record", "--replay"], "bash completes", completed.stdout + completed.stderr)


def programs(place, folder):
    sluice = os.path.join(place, "bin", "sluice")
    check("sluice" in run(sluice, "version").stdout, "it tells its version")
    path = os.path.join(folder, "hello.go")
    with open(path, "w", encoding="utf-8") as file:
        file.write('package main\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nfunc main() {\n\tc := make(chan string, 1)\n'
                   '\tc <- strings.ToUpper("hello")\n\tfmt.Println(<-c)\n}\n')
    done = run(sluice, "run", path, cwd=folder)
    check(done.stdout == "HELLO\n", "it runs a program", done.stdout + done.stderr)
    succeeds("it draws", sluice, "draw", path, "-o", os.path.join(folder, "a.svg"))
    succeeds("it exports", sluice, "export", path, "-o", os.path.join(folder, "a.html"))


def words():
    """The German words are complete: nothing in the sources lacks one."""
    pot = os.path.join(tempfile.mkdtemp(), "all.pot")
    listed = [line.strip() for line in open(os.path.join(ROOT, "po", "POTFILES"), encoding="utf-8") if line.strip()]
    missing = [name for name in listed if not os.path.isfile(os.path.join(ROOT, name))]
    check(not missing, "POTFILES names files that are there", str(missing))
    marked = [os.path.relpath(path, ROOT) for path in glob.glob(os.path.join(ROOT, "ui", "**", "*.c"), recursive=True) +
              glob.glob(os.path.join(ROOT, "resources", "ui", "*.ui")) if
              re.search(r'\b_\("|\bN_\("|\bngettext\(|translatable="yes"', open(path, encoding="utf-8").read())]
    check(set(marked) <= set(listed), "every file with words is in POTFILES", str(sorted(set(marked) - set(listed))))
    code = [name for name in listed if name.endswith((".c", ".ui"))]
    succeeds("words are collected", "xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
             "--keyword=ngettext:1,2", "-o", pot, *code, cwd=ROOT)
    for language in open(os.path.join(ROOT, "po", "LINGUAS"), encoding="utf-8").read().split():
        po = os.path.join(ROOT, "po", language + ".po")
        done = run("msgfmt", "--check", "--statistics", "-o", os.devnull, po, env=dict(os.environ, LC_ALL="C"))
        check(done.returncode == 0 and "fuzzy" not in done.stderr and "untranslated" not in done.stderr,
              po + " is whole", done.stderr)
        done = run("msgcmp", po, pot)
        check(done.returncode == 0, po + " has all words", done.stderr)


def window(place, folder):
    """The installed window, in German, opens an example of its own."""
    localedef = shutil.which("localedef")
    made = localedef and run(localedef, "-i", "de_DE", "-f", "UTF-8", os.path.join(folder, "de_DE.UTF-8"))
    german = bool(made) and os.path.isdir(os.path.join(folder, "de_DE.UTF-8"))
    display = ":%d" % (70 + os.getpid() % 20)
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1280x720x24"], stderr=subprocess.DEVNULL)
    env = dict(os.environ, DISPLAY=display, GDK_BACKEND="x11", HOME=folder, XDG_CONFIG_HOME=folder, GTK_A11Y="none",
               LOCPATH=folder, LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8", LANGUAGE="de", GSETTINGS_BACKEND="memory")
    for name in ("WAYLAND_DISPLAY", "XDG_DATA_DIRS", "GSETTINGS_SCHEMA_DIR"):
        env.pop(name, None)
    time.sleep(1)
    program = os.path.join(folder, "hello.go")
    process = subprocess.Popen([os.path.join(place, "bin", "sluice-window"), program], env=env, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
    title, end = "", time.time() + 20
    try:
        while time.time() < end and not re.search("hello.go — ", title):
            ids = run("xdotool", "search", "--onlyvisible", "--pid", str(process.pid), env=env).stdout.split()
            title = run("xdotool", "getwindowname", ids[-1], env=env).stdout.strip() if ids else ""
            time.sleep(0.1)
        wanted = re.search(r'msgid "editing"\nmsgstr "(.*)"', open(os.path.join(ROOT, "po", "de.po"), encoding="utf-8").read()).group(1)
        check(re.search("hello.go — " + (wanted if german else ""), title), "the window speaks German", title)
        maps = open("/proc/%d/maps" % process.pid).read()
        check(os.path.join(place, "share", "locale") in maps or not german, "its words are those beside it")
        opened = [os.readlink(fd) for fd in glob.glob("/proc/%d/fd/*" % process.pid) if os.path.islink(fd)]
        check(os.path.join(place, "share", "glib-2.0", "schemas", "gschemas.compiled") in maps + "\n".join(opened),
              "its settings are those beside it")
    finally:
        process.kill()
        _, told = process.communicate()
        server.terminate()
    check("CRITICAL" not in told and "schema" not in told, "it complains of nothing", told)


def main():
    folder = tempfile.mkdtemp(prefix="sluice-install-")
    try:
        succeeds("meson install", "meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", os.path.join(folder, "dest"))
        found = glob.glob(os.path.join(folder, "dest", "**", "bin", "sluice-window"), recursive=True)
        if check(found, "sluice-window is installed"):
            place = os.path.dirname(os.path.dirname(found[0]))
            files(place)
            flags(place)
            programs(place, folder)
            words()
            window(place, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("install: %d passed, %d failed" % (passed, failed))
    return failed > 0 or not passed


sys.exit(main())
