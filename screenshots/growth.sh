#!/usr/bin/env bash
# Makes the plot of time per key press over the number of mentors: screenshots/growth.svg and growth.png.
#
#   swift build -c release && screenshots/growth.sh [DIRECTORY …]
#
# Without directories of the peers' generator it makes directories of the same shape: 10,000, 100,000, 1,000,000 mentors
# (a few minutes and 4 GB of memory). Needs: imagemagick.
set -eu
cd "$(dirname "$0")/.."
program=${PROGRAM:-$PWD/.build/release/Benchmark}
[ -x "$program" ] || { echo "build it first: swift build -c release"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure() { "$program" "$@" --passes "${PASSES:-10}" --results "$work/$(ls "$work" | wc -l).json"; }
if [ $# -gt 0 ]; then
  for directory in "$@"; do measure "$directory"; done
else
  for count in 10000 100000 1000000; do measure --generate "$count"; done
fi
"$program" --growth screenshots/growth.svg "$work"/*.json
convert -background white -density 144 screenshots/growth.svg screenshots/growth.png
