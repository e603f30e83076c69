# Sourced by ./sluice and ./test: finds what is missing on Debian or Ubuntu, installs it, builds.
# Everything here writes to standard error, so that a program's output stays its own.

setup_packages() {
    engine="gcc libc6-dev meson ninja-build pkg-config libgmp-dev libseccomp-dev"
    window="libgtk-4-dev libadwaita-1-dev libgtksourceview-5-dev libgraphviz-dev adwaita-icon-theme gettext"
    tests="libcriterion-dev golang-go clang clang-format libclang-rt-dev xvfb xdotool openbox imagemagick x11-utils xclip dbus-x11 libglib2.0-bin time"
    # The exported page is opened in a browser, where the system has it as a package.
    [ "$1" != tests ] || ! apt-cache show chromium >/dev/null 2>&1 || tests="$tests chromium"
    case "$1" in
    engine) echo $engine ;;
    draw) echo $engine libgraphviz-dev libpango1.0-dev ;;
    window) echo $engine $window ;;
    tests) echo $engine $window $tests ;;
    esac
}

# setup_need LEVEL [--yes]: installs the packages of that level that are missing.
setup_need() {
    missing=
    for package in $(setup_packages "$1"); do
        case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
        installed) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -z "$missing" ] && return 0
    echo "sluice: these packages are missing:$missing" >&2
    if ! command -v apt-get >/dev/null; then
        echo "sluice: install them with your system's package manager, then start again" >&2
        exit 1
    fi
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    if [ "${2:-}" != --yes ] && [ -t 0 ]; then
        printf 'Install them with apt-get? [Y/n] ' >&2
        read -r answer
        case "$answer" in [Nn]*) exit 1 ;; esac
    fi
    {
        $root apt-get update -q || true
        DEBIAN_FRONTEND=noninteractive $root apt-get install -y -q --no-install-recommends $missing
    } >&2 || {
        echo "sluice: the packages could not be installed" >&2
        exit 1
    }
}

# setup_build FOLDER LEVEL: configures once for each level, then builds what changed. A second start rebuilds nothing.
setup_build() {
    build=$1/build
    case "$2" in
    engine) goal=sluice ;;
    draw) goal="sluice sluice-draw" ;;
    window) goal="sluice sluice-window" ;;
    *) goal=all ;;
    esac
    mkdir -p "$build"
    log=$build/setup.log
    if [ ! -f "$build/build.ninja" ]; then
        meson setup "$build" "$1" ${CI:+-Dwerror=true} >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
        echo "$2" >"$build/setup.level"
    elif [ "$2" != engine ] && ! grep -qx "$2" "$build/setup.level" 2>/dev/null; then
        # What was not installed when the build was configured may be there now.
        meson setup --reconfigure "$build" "$1" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
        echo "$2" >>"$build/setup.level"
    fi
    ninja -C "$build" $goal >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}
