#!/usr/bin/env bash
# Says what of the system is missing for Stretch Timer, and installs it on Debian and Ubuntu where the person agrees.
# Usage: system-libraries.sh venv|run|test
#   venv: what Python needs to make a virtual environment; run: Qt's libraries; test: those, and what the tests start
# Tests that lack one of the optional programs are skipped, so nothing ends for want of these.
set -euo pipefail
purpose=${1:?venv, run or test}

[ "$(uname -s)" = Linux ] || exit 0

# What is looked for, and the Debian package that brings it. The rest that Qt needs comes with these.
libraries=(
  libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libglib-2.0.so.0:libglib2.0-0
  libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6 libdbus-1.so.3:libdbus-1-3
  libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
  libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
)
programs=(Xvfb:xvfb xdotool:xdotool dbus-daemon:dbus dunst:dunst)
optional_programs=(openbox:openbox sway:sway wtype:wtype)

missing=() packages=() optional=()
lacks() {
  missing+=("${1%%:*}")
  packages+=("${1##*:}")
}

if [ "$purpose" = venv ]; then
  "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || lacks ensurepip:python3-venv
else
  known=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)
  for pair in "${libraries[@]}"; do
    # A system whose list of libraries cannot be read is taken to have them: Qt names what it does not find.
    [ -z "$known" ] || [[ "$known" == *"${pair%%:*} "* ]] || lacks "$pair"
  done
  if [ "$purpose" = test ]; then
    for pair in "${programs[@]}"; do
      command -v "${pair%%:*}" >/dev/null || lacks "$pair"
    done
    for pair in "${optional_programs[@]}"; do
      command -v "${pair%%:*}" >/dev/null || optional+=("${pair##*:}")
    done
  fi
fi
[ $((${#missing[@]} + ${#optional[@]})) -gt 0 ] || exit 0

# Without these the program may still start (Qt says what it lacks); an environment or a test run would not be whole.
without=1
[ "$purpose" != run ] && [ ${#missing[@]} -gt 0 ] || without=0

[ ${#missing[@]} -eq 0 ] || echo "Missing on this system: ${missing[*]}" >&2
[ ${#optional[@]} -eq 0 ] || echo "Without these some tests are skipped: ${optional[*]}" >&2
if ! command -v apt-get >/dev/null; then
  echo "Please install what brings them with your system's package manager." >&2
  exit $without
fi

install=(apt-get install -y --no-install-recommends)
all="${packages[*]}${packages[*]:+ }${optional[*]}"
all=${all% }
become=()
[ "$(id -u)" -eq 0 ] || become=(sudo)
allowed=false
if [ -t 0 ] && [ -z "${CI:-}" ] && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }; then
  read -r -p "Install $all? [y/N] " answer
  [[ "$answer" != [yY]* ]] || allowed=true
elif [ "$(id -u)" -eq 0 ] || { [ -n "${CI:-}" ] && sudo -n true 2>/dev/null; }; then
  allowed=true
fi
if ! $allowed; then
  echo "To install them: sudo ${install[*]} $all" >&2
  exit $without
fi
quietly=(${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive)
"${quietly[@]}" apt-get update -qq || exit $without
[ ${#packages[@]} -eq 0 ] || "${quietly[@]}" "${install[@]}" "${packages[@]}"
for package in ${optional[@]+"${optional[@]}"}; do
  "${quietly[@]}" "${install[@]}" "$package" || echo "Not to be had here: $package" >&2
done
