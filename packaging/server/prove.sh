#!/usr/bin/env bash
# Proves the operator's page: in an empty Debian with a systemd of its own, its commands bring the server up behind nginx with TLS.
# As root, from the project: packaging/server/prove.sh WHEEL [FOLDER]. Needs debootstrap and openssl. Leaves FOLDER behind.
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
wheel=$(realpath "$1")
root=${2:-$(mktemp -d)}
began=$SECONDS
say() { printf '== %s (after %d s)\n' "$1" "$((SECONDS - began))"; }

say "An empty Debian"
# The mirror is whichever this machine uses.
mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
[ -d "$root/usr" ] || debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,libnss-systemd,python3,python3-venv,postgresql,nginx-light,ca-certificates,openssl,curl \
    bookworm "$root" "$mirror" >/dev/null
mkdir -p "$root/root/here" "$root/etc/threshold/tls"
cp "$project"/packaging/server/* "$wheel" "$root/root/here/"
cp /etc/resolv.conf "$root/etc/"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
{ cat /etc/hosts; echo "127.0.0.1 help.example.org"; } >"$root/etc/hosts"

# The page's own commands, without those that install packages and without what asks a person.
page() {
    awk -v from="$1" '/^## / { within = ($0 == "## On Debian, step by step") } within && /^```/ { inside = !inside; part += inside; next } within && inside && part == from' \
        "$project/docs/operators.md" | sed -e '/^apt-get/d' -e "s|^threshold-admin init .*|printf 'six words are good for keys\\\\n' \| & --passphrase-file /dev/stdin|" -e '/^threshold-admin check/d'
}
{ echo 'set -ex; cd /root/here'; page 1; } >"$root/root/first.sh"
{ echo 'set -ex; cd /root/here'; page 2; } >"$root/root/second.sh"
cat >"$root/root/own-ca.sh" <<'IN'
set -e
cd /root
ec="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
openssl req -x509 $ec -days 30 -subj "/CN=Own authority" -keyout ca.key -out ca.pem
openssl req $ec -subj "/CN=help.example.org" -keyout /etc/threshold/tls/privkey.pem -out site.csr
printf 'subjectAltName=DNS:help.example.org\n' >names
openssl x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -extfile names -out /etc/threshold/tls/fullchain.pem
cp ca.pem /usr/local/share/ca-certificates/own.crt
update-ca-certificates
IN
cat >"$root/root/look.sh" <<'IN'
set -e
answers() { curl -s -o /dev/null -w '%{http_code}' "https://help.example.org$1"; }
until [ "$(answers /healthz)" = 200 ]; do sleep 0.5; done
[ "$(answers /console/)" = 200 ]
echo "it answers behind TLS"
printf 'six words are good for keys\n' | threshold-admin roster sign --key /var/lib/threshold/root.key --yes --passphrase-file /dev/stdin
threshold-admin check
systemctl start threshold-backup threshold-check
ls -l /var/lib/private/threshold-backups
systemctl kill -s KILL threshold-server
sleep 1
until [ "$(answers /healthz)" = 200 ]; do sleep 0.5; done
echo "killed, it came back"
[ -z "$(cat /var/log/nginx/*)" ]
echo "nginx wrote nothing about anybody"
! journalctl --no-pager -u threshold-server | grep -E '127\.0\.0\.1 |/console|/api' || exit 1
stat -c '%a %n' /var/lib/private/threshold/*
IN

say "Its systemd"
cat >"$root/root/boot.sh" <<'IN'
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mount -t sysfs sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount --rbind /dev dev
mkdir -p old
# A chroot would not do: in one, the kernel makes no user namespaces, which PrivateUsers needs.
pivot_root . old
umount -l /old
exec env container=proof /lib/systemd/systemd --system
IN
setsid unshare --pid --fork --mount --uts --ipc --cgroup --kill-child bash "$root/root/boot.sh" "$root" >"$root/root/boot.log" 2>&1 </dev/null &
outer=$!
trap 'kill -9 $(pgrep -P "$outer") "$outer" 2>/dev/null || true' EXIT
sleep 3
inside() { nsenter -t "$(pgrep -P "$outer" | head -n 1)" -m -u -i -p -r -w "$@"; }
until inside systemctl is-system-running 2>/dev/null | grep -qE 'running|degraded'; do sleep 1; done

say "The commands of the page"
inside bash /root/first.sh
inside bash /root/own-ca.sh >/dev/null 2>&1
inside bash /root/second.sh
say "What they made"
inside bash /root/look.sh
say "It holds"
