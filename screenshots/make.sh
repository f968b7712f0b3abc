#!/usr/bin/env bash
# Makes the pictures of the screens: the built program in a real xterm under Xvfb, on the sample community, with a fixed
# font, size, locale, time zone, clock and home; each shot twice, and only kept if both are the same. Beside each picture
# stands its text, captured from tmux at the same size with the same keys.
#
#   swift build -c release && screenshots/make.sh [NAME …]
#
# Needs: xvfb xterm xdotool imagemagick tmux fonts-dejavu-core fonts-noto-core fonts-noto-cjk
set -eu
cd "$(dirname "$0")/.."
program=${PROGRAM:-$PWD/.build/release/mentoring}
[ -x "$program" ] || { echo "build it first: swift build -c release"; exit 1; }
home=$(mktemp -d)
export HOME=$home XDG_CACHE_HOME=$home/c XDG_DATA_HOME=$home/d XDG_CONFIG_HOME=$home/f XDG_STATE_HOME=$home/s
export LC_ALL=C.UTF-8 TZ=UTC MENTORING_NOW=2026-11-02T09:30:00Z
unset TMUX NO_COLOR COLORFGBG || true
# The server takes a free display and says which.
Xvfb -displayfd 9 -screen 0 2600x1600x24 9>"$home/display" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$home"' EXIT
for _ in $(seq 100); do [ -s "$home/display" ] && break; sleep 0.1; done
display=:$(cat "$home/display")

# shoot NAME COLUMNS ROWS THEME KEYS…: keys are xdotool's names ("slash", "Return", "type:words").
shoot() {
  local name=$1 columns=$2 rows=$3 theme=$4; shift 4
  [ -z "${only:-}" ] || [[ " $only " == *" $name "* ]] || return 0
  picture "$name.1" "$columns" "$rows" "$theme" "$@"
  picture "$name.2" "$columns" "$rows" "$theme" "$@"
  if [ "$(convert "$home/$name.1.png" rgb:- | md5sum)" != "$(convert "$home/$name.2.png" rgb:- | md5sum)" ]; then
    echo "$name: two shots differ" >&2; exit 1
  fi
  cp "$home/$name.1.png" "screenshots/$name.png"
  text "$name" "$columns" "$rows" "$theme" "$@"
  echo "$name"
}

picture() {
  local file=$1 columns=$2 rows=$3 theme=$4 ground=black ink=gray85 environment=(); shift 4
  case $theme in light) ground=white ink=gray15 ;; mono) environment=(NO_COLOR=1) ;; esac
  DISPLAY=$display xterm -geometry "${columns}x${rows}+0+0" -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK JP' -fs 11 \
    -bg "$ground" -fg "$ink" -b 6 +sb +bc -xrm 'XTerm*cursorBlink: false' -xrm 'XTerm*termName: xterm-256color' \
    -e env "${environment[@]}" "$program" --demo $([ "$theme" = mono ] || echo "--theme $theme") &
  local terminal=$!
  local window
  window=$(DISPLAY=$display timeout 20 xdotool search --sync --onlyvisible --class xterm | tail -1)
  # Without a window manager nobody else gives the window the keys; and xterm takes no keys sent to it directly.
  DISPLAY=$display xdotool windowfocus "$window" 2>/dev/null
  sleep 1.5
  local key
  for key in "$@"; do
    case $key in
      type:*) DISPLAY=$display xdotool type --delay 30 "${key#type:}" ;;
      *) DISPLAY=$display xdotool key "$key" ;;
    esac
    sleep 0.15
  done
  sleep 0.8
  DISPLAY=$display import -window "$window" -strip -define png:exclude-chunks=date,time "$home/$file.png"
  kill "$terminal" 2>/dev/null; wait "$terminal" 2>/dev/null || true
}

text() {
  local name=$1 columns=$2 rows=$3 theme=$4 socket=shots-$$; shift 4
  tmux -L "$socket" -f /dev/null -u new-session -d -x "$columns" -y "$rows" "$program --demo --theme dark"
  sleep 1
  local key
  for key in "$@"; do
    case $key in
      type:*) tmux -L "$socket" send-keys -l -- "${key#type:}" ;;
      slash) tmux -L "$socket" send-keys / ;;
      Return) tmux -L "$socket" send-keys Enter ;;
      space) tmux -L "$socket" send-keys Space ;;
      question) tmux -L "$socket" send-keys '?' ;;
      colon) tmux -L "$socket" send-keys : ;;
      grave) tmux -L "$socket" send-keys '`' ;;
      *) tmux -L "$socket" send-keys "$key" ;;
    esac
    sleep 0.1
  done
  sleep 0.5
  tmux -L "$socket" capture-pane -p > "screenshots/$name.txt"
  tmux -L "$socket" kill-server
}

only=$*
shoot directory 120 36 dark Tab Down space slash type:translat Return
shoot directory-light 120 36 light Tab Down space slash type:translat Return
shoot directory-wide 200 60 dark slash type:rust Return
shoot directory-80x24 80 24 dark slash type:maps Return
shoot directory-40x12 40 12 dark slash type:maps Return
shoot directory-mono 120 36 mono Tab Down space slash type:translat Return
shoot reader 100 36 dark slash type:radio Return Return
shoot map 120 36 dark w
shoot help 100 36 dark question
shoot palette 100 36 dark colon type:so
shoot sources 120 36 dark grave
