#!/usr/bin/env bash
# Runs the two commands of the README as a new user would, on a Debian that has just been installed.
#
#   sudo tests/fresh/run.sh bookworm|trixie [command ...]
#
# Makes a minimal Debian root with debootstrap, clones the committed state of this checkout into it
# and runs `make vignette` and `make test` there, or the given commands. How this machine reaches
# Debian's mirror and PyPI is taken over: name resolution, certificates, apt's and pip's settings.
# FRESH_DIR says where the root goes (default: a temporary folder), FRESH_KEEP=1 keeps it.
set -euo pipefail

release=${1:-}
case $release in
bookworm | trixie) shift ;;
*)
  echo "usage: $0 bookworm|trixie [command ...]" >&2
  exit 2
  ;;
esac
if [ "$(id -u)" != 0 ]; then
  echo "$0: only root can make a Debian root; use sudo" >&2
  exit 2
fi
if ! command -v debootstrap >/dev/null; then
  echo "$0: debootstrap is missing: apt-get install debootstrap" >&2
  exit 2
fi
[ $# -gt 0 ] || set -- "make vignette" "make test"

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d "${FRESH_DIR:-${TMPDIR:-/tmp}}/rkeras-$release-XXXXXX")
root=$work/root
log=$work/debootstrap.log

cleanup() {
  local mount
  # The innermost first; lazily where something still holds it.
  for mount in $(awk -v top="$root/" 'index($2, top) == 1 { print $2 }' /proc/mounts | sort -r); do
    umount "$mount" 2>/dev/null || umount -l "$mount"
  done
  if [ "${FRESH_KEEP:-0}" = 1 ]; then
    echo "kept: $root"
  elif ! awk -v top="$root/" 'index($2, top) == 1 { found = 1 } END { exit !found }' /proc/mounts; then
    rm -rf --one-file-system "$work"
  fi
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The mirror of this machine: the first one of its own suite.
mirror() {
  local found
  found=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null |
    grep -E '/debian/?$' | head -n 1)
  echo "${found:-http://deb.debian.org/debian}"
}

took() {
  printf '%s: %d s\n' "$1" $(($(date +%s) - $2))
}

# Copies a file or folder of this machine to the same place in the root, where there is one.
copy() {
  local path
  for path; do
    [ -e "$path" ] || continue
    mkdir -p "$root$(dirname "$path")"
    cp -RL "$path" "$root$(dirname "$path")/"
  done
}

start=$(date +%s)
mirror=$(mirror)
echo "Debian $release from this machine's mirror"
debootstrap --variant=minbase \
  --include=python3,make,git,ca-certificates "$release" "$root" "$mirror" >"$log" 2>&1 || {
  tail -n 20 "$log" >&2
  exit 1
}

# What belongs to this network and not to Debian.
copy /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt \
  /usr/local/share/ca-certificates
for path in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
  if [ -f "$path" ] && grep -qiE 'proxy|Acquire::(Check|http|https|Retries)' "$path"; then
    copy "$path"
  fi
done
if [ -n "$(ls -A "$root/usr/local/share/ca-certificates" 2>/dev/null)" ]; then
  chroot "$root" update-ca-certificates >>"$log" 2>&1
fi
# How pip reaches its index; folders of packages on this machine are not what a new user has.
settings="(cert|client-cert|default-timeout|index-url|proxy|timeout|trusted-host)"
reach=$(python3 -m pip config list 2>/dev/null |
  sed -nE "s/^(global|:env:)\\.$settings='(.*)'\$/\\2 = \\3/p" | sort -u)
if [ -n "$reach" ]; then
  printf '[global]\n%s\n' "$reach" >"$root/etc/pip.conf"
fi

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"

git clone --quiet --no-hardlinks "$checkout" "$root/root/rkeras-py"
took "the machine" "$start"

status=0
for command; do
  start=$(date +%s)
  echo "== $command"
  environment=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb)
  for name in http_proxy https_proxy no_proxy; do
    [ -z "${!name:-}" ] || environment+=("$name=${!name}")
  done
  env -i "${environment[@]}" chroot "$root" bash -c "cd /root/rkeras-py && $command" </dev/null ||
    status=$?
  took "$command" "$start"
  [ "$status" = 0 ] || break
done
exit "$status"
