#!/usr/bin/env bash
# Says which of the system's libraries Qt lacks here, and installs them where the person agrees.
# Usage: system-libraries.sh run|test        (test: what the tests of the whole program need, too)
set -euo pipefail
purpose=${1:?run or test}

# The library that is looked for, and the Debian package that brings it.
libraries=(
  libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libglib-2.0.so.0:libglib2.0-0
  libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6 libdbus-1.so.3:libdbus-1-3
  libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
  libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
)
programs=()
[ "$purpose" = test ] && programs=(Xvfb:xvfb xdotool:xdotool)

[ "$(uname -s)" = Linux ] || exit 0

known=$({ ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } || true)
missing=() packages=()
for pair in "${libraries[@]}"; do
  [[ "$known" == *"${pair%%:*} "* ]] || { missing+=("${pair%%:*}"); packages+=("${pair##*:}"); }
done
for pair in ${programs[@]+"${programs[@]}"}; do
  command -v "${pair%%:*}" >/dev/null || { missing+=("${pair%%:*}"); packages+=("${pair##*:}"); }
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Missing here, by the name of the file: ${missing[*]}. Please install them with your system's packages." >&2
  exit 0
fi
install=(apt-get install -y --no-install-recommends "${packages[@]}")
if [ "$(id -u)" -eq 0 ]; then
  become=()
elif [ -t 0 ] && command -v sudo >/dev/null; then
  read -r -p "Install with sudo: ${packages[*]}? [y/N] " answer
  [[ "$answer" == [yY]* ]] || { echo "Without them the window may not open." >&2; exit 0; }
  become=(sudo)
else
  echo "Please install first: sudo ${install[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
${become[@]+"${become[@]}"} apt-get update -qq
${become[@]+"${become[@]}"} "${install[@]}"
