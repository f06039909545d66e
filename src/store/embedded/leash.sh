# Ends a PostgreSQL server (fast mode) once nobody who holds a lease on it lives any more.
# Arguments: the server's pid and start, its pid file, the folder of leases, the seconds between two looks.
# A lease is a file named <pid>-<start>-<chance>; a start is field 22 of /proc/<pid>/stat.
server=$1 start=$2 pidfile=$3 leases=$4 every=$5

# Where /proc hides other accounts' processes the living can't be told from the dead: watch nothing, and leave
# the server to be adopted by the next who starts.
if [ -r /proc/self/stat ] && ! [ -r /proc/1/stat ]; then exit 0; fi

lives() {
  if [ -r /proc/self/stat ]; then
    read -r stat <"/proc/$1/stat" || return 1
    # What follows the name in parentheses is the state, then field 4 and on: 22 becomes the 20th of them.
    start_wanted=$2
    set -- ${stat##*) }
    [ "$1" != Z ] && [ "${20}" = "$start_wanted" ]
  else
    kill -0 "$1"
  fi
}

while sleep "$every"; do
  lives "$server" "$start" || exit 0
  for lease in "$leases"/*; do
    name=${lease##*/}
    from=${name#*-}
    lives "${name%%-*}" "${from%%-*}" && continue 2
  done
  read -r first <"$pidfile" && [ "$first" = "$server" ] && kill -INT "$server"
  exit 0
done
