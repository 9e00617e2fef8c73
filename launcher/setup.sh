# Read by run, test and check: what must be on the machine before Python can take over. Bash and POSIX tools only.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
export WAYMARK_CWD=$PWD
cd "$ROOT" || exit 1
export WAYMARK_BEGAN=${WAYMARK_BEGAN:-${EPOCHREALTIME/,/.}}
VENV=${WAYMARK_VENV:-$ROOT/.venv}
# What Python has compiled is kept beside its packages and not among the sources. Where PYTHONDONTWRITEBYTECODE is
# set, every process would compile 1,700 files anew before its first line.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX=${PYTHONPYCACHEPREFIX:-$VENV/bytecode}
LOG=$(mktemp "${TMPDIR:-/tmp}/waymark-setup.XXXXXX") || { echo "There is no room for temporary files." >&2; exit 1; }
trap 'rm -f "$LOG"' EXIT

say() { # one line of progress, with the seconds since the start
    local now=${EPOCHREALTIME/,/.} tenths
    tenths=$(( (${now%.*} - ${WAYMARK_BEGAN%.*}) * 10 + (10#${now#*.} / 100000) - (10#${WAYMARK_BEGAN#*.} / 100000) ))
    printf '[%3d.%d s] %s\n' $((tenths / 10)) $((tenths % 10)) "$1"
}

stop() { # says what is wrong, then what to do
    printf '\n%s\n' "$1" >&2
    [ -z "$2" ] || printf '%s\n' "$2" >&2
    if [ -s "$LOG" ]; then printf '\nThe last lines said:\n' >&2; tail -n 12 "$LOG" | cut -c1-300 >&2; fi
    rm -f "$LOG"
    exit 1
}

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_system WHY PACKAGE...: Debian's packages that are missing, installed when we are root, else asked for.
# WHY "must" stops without them; anything else is a sentence that says what will not work.
need_system() {
    local why=$1 missing=() name
    shift
    command -v dpkg-query >/dev/null || return 0
    for name in "$@"; do installed "$name" || missing+=("$name"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        [ "$why" = must ] && stop "This machine lacks: ${missing[*]}." \
            "Ask its administrator to run: apt-get install ${missing[*]}"
        say "Not installed: ${missing[*]}. $why"
        return 0
    fi
    say "Installing from Debian: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt_install "${missing[@]}" || { apt_update; apt_install "${missing[@]}"; } ||
        { [ "$why" = must ] && stop "Debian's packages could not be installed: ${missing[*]}." \
            "Is there a network, and does /etc/apt name a source for Debian's packages?"; say "Not installed: ${missing[*]}. $why"; }
    : >"$LOG"
}

apt_install() { # nothing is asked for where there are no lists of packages yet
    compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null &&
        apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >>"$LOG" 2>&1 </dev/null
}

apt_update() { # without the descriptions in other languages: nobody reads them here
    apt-get update -q -o Acquire::Languages=none >"$LOG" 2>&1 </dev/null
}

# A Python of 3.11 or later that can make environments.
find_python() {
    local name
    for name in ${WAYMARK_PYTHON:-} python3 python3.13 python3.12 python3.11; do
        command -v "$name" >/dev/null &&
            "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
            { PYTHON=$name; return 0; }
    done
    return 1
}

# need_python LIST: an environment with the packages of requirements/LIST.txt, each with its checksum.
need_python() {
    local list=requirements/$1.txt stamp=$VENV/installed-$1.txt
    if cmp -s "$list" "$stamp" && "$VENV/bin/python" -c '' 2>/dev/null; then return 0; fi
    mkdir -p "$(dirname "$VENV")" && exec 9>"$VENV.lock" || stop "$ROOT cannot be written." \
        "Run this as the user it belongs to."
    flock 9
    if ! "$VENV/bin/python" -c '' 2>/dev/null; then
        find_python || need_system must python3 python3-venv
        find_python || stop "There is no Python 3.11 or later here that can make environments." \
            "Install one (on Debian: apt-get install python3 python3-venv), or name it: WAYMARK_PYTHON=/path/to/python3 ./run"
        say "Making an environment for Python's packages"
        rm -rf "$VENV"
        # Without pip of its own: to put it there takes longer than all it would do (see run_pip).
        "$PYTHON" -m venv --without-pip "$VENV" >"$LOG" 2>&1 || stop "The environment $VENV could not be made." "Is the disk full?"
        compile_ours
    fi
    if ! cmp -s "$list" "$stamp"; then
        say "Installing Python's packages ($(grep -c '==' "$list"), each checked against its checksum)"
        install_packages "$list" ||
            stop "Python's packages could not be installed." \
                "They are fetched once from the Python package index, or the mirror that pip's configuration names: is there a network, and room on the disk? docs/operate/install.md says how to bring them without one."
        cp "$list" "$stamp"
    fi
    : >"$LOG"
    exec 9>&-
}

# Beside what is fetched, Python compiles our own files. Nobody waits for it, and nothing is lost where it fails.
compile_ours() {
    (nice "$VENV/bin/python" -m compileall -q -x '/(tests|migrations|national)/' waymark launcher >/dev/null 2>&1 </dev/null 9>&- &)
}

install_packages() { # by uv where it can be had, else by pip: the same files with the same checksums
    if [ "${WAYMARK_INSTALLER:-uv}" = uv ]; then
        if [ -x "$VENV/bin/uv" ] || run_pip install -q --no-compile --require-hashes -r requirements/boot.txt >"$LOG" 2>&1; then
            "$VENV/bin/uv" pip install -q --python "$VENV/bin/python" --require-hashes -r "$1" >"$LOG" 2>&1 </dev/null && return 0
        fi
        say "Trying again with pip, which is slower"
    fi
    run_pip install -q --require-hashes -r "$1" >>"$LOG" 2>&1 </dev/null
}

run_pip() { # the environment's own, or the one that Python carries to make environments, from its file as it is
    local pip=(-m pip)
    "$VENV/bin/python" -c 'import pip' 2>/dev/null || pip=("$("$VENV/bin/python" -c "$FIND_PIP")/pip")
    "$VENV/bin/python" "${pip[@]}" --disable-pip-version-check --no-input "$@"
}
FIND_PIP='import ensurepip, pathlib, sysconfig
places = sysconfig.get_config_var("WHEEL_PKG_DIR"), pathlib.Path(ensurepip.__file__).with_name("_bundled")
print(max(str(wheel) for place in places if place for wheel in pathlib.Path(place).glob("pip-*.whl")))'

# Debian's PostgreSQL, for its programs only: no server of its own is made or started.
need_second_database() {
    local why="The walls are tried on one PostgreSQL instead of two." settings=/etc/postgresql-common/createcluster.conf
    if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then return 0; fi
    need_system "$why" postgresql-common
    if [ -w "$settings" ]; then sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' "$settings"; fi
    need_system "$why" postgresql
}
