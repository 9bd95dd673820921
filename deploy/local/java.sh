# Sourced by up, token and clock: finds the repository, a JDK, and what Maven built.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
jar=$here/target/local-stack.jar

fail() {
  echo "$1" >&2
  exit 2
}

find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  java=${java:-$(command -v java || true)}
  [[ -x $java ]] || fail "No Java found${JAVA_HOME:+ in JAVA_HOME=$JAVA_HOME}: install a JDK, 17 or newer, and set JAVA_HOME or PATH"
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [[ ${version:-0} -ge 17 ]] || fail "$java is Java ${version:-of an unknown version}: a JDK, 17 or newer, is needed; set JAVA_HOME or PATH"
}

# Whether what Maven resolved for the stack's class path is still where it was.
classpath_is_there() {
  local entries entry
  [[ -f $here/target/classpath ]] || return 1
  IFS=: read -r -a entries <"$here/target/classpath"
  for entry in "${entries[@]}"; do
    [[ -f $entry ]] || return 1
  done
}

# run_java CLASS ARGUMENT…: takes this shell's place, so that signals reach Java itself.
run_java() {
  local class=$1
  shift
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$jar:$(<"$here/target/classpath")" "io.sevenfold.local.$class" "$root" "$@"
}

# run_built CLASS ARGUMENT…: the same, for what does not build.
run_built() {
  find_java
  [[ -f $jar ]] && classpath_is_there || fail "Nothing is built yet: run deploy/local/up first"
  run_java "$@"
}
