# Runs a lesson's snippets one after the other in this very shell, so that variables, functions and the directory carry
# over. Requests come on fd 3, answers go to fd 4; $1 is the folder of the scripts, $2 the mark that ends a snippet's
# output in the fifo `sortie` of that folder, which both streams are written to.
# Requests:  run SCRIPT | start SCRIPT | stop PID
# Answers:   run: STATUS LINE LIVE_JOBS…      start: PID      stop: STATUS, or 0 where it still ran
exec 250<&3- 251>&4- 252>"$1/sortie"
__orchestre_dir=$1 __orchestre_mark=$2
set --
exec 1>&252 2>&252 </dev/null
set -o pipefail -o errtrace
__orchestre_background=' '

# A reader that stops early (head, grep -q) kills the writers before it by SIGPIPE: that is no failure.
__orchestre_fatal() {
  local members=("$@") last=$(($# - 1)) index
  ((last > 0 && members[last] == 0)) || return 0
  for index in "${!members[@]}"; do ((members[index] == 0 || members[index] == 141)) || return 0; done
  return 1
}

# `source … || x` and `set -e` both fail here: the first disables ERR inside, the second ends the shell. So the trap itself
# returns from the sourced file; its first call, the innermost, knows the line. It fires once more for `source` itself.
# What `set -e` would do, the trap does already, and the shell lives.
__orchestre_trap='__orchestre_code=$? __orchestre_pipe=("${PIPESTATUS[@]}") __orchestre_at=$LINENO; set +o errexit
if ((${#BASH_SOURCE[@]} > 1)); then
  if __orchestre_fatal "${__orchestre_pipe[@]}"; then
    : "${__orchestre_line:=$__orchestre_at}"; __orchestre_status=$__orchestre_code
    return "$__orchestre_code"
  else __orchestre_sigpipe=$__orchestre_code; fi
fi'

__orchestre_live_jobs() {
  local pid
  for pid in $(jobs -pr); do [[ $__orchestre_background == *" $pid "* ]] || printf ' %s' "$pid"; done
}

while IFS=' ' read -r -u 250 __orchestre_verb __orchestre_what; do
  case $__orchestre_verb in
    run)
      export ORCHESTRE_EXTRAIT=$__orchestre_what
      unset __orchestre_status __orchestre_sigpipe __orchestre_line
      trap "$__orchestre_trap" ERR
      source "$__orchestre_dir/$__orchestre_what"
      __orchestre_code=$?
      trap - ERR DEBUG RETURN
      exec 1>&252 2>&252 </dev/null
      set +o errexit +o nounset +o xtrace -o pipefail -o errtrace # a snippet's options end with it
      [[ $__orchestre_code == "${__orchestre_sigpipe-}" ]] && __orchestre_code=0
      printf '%s %s%s\n' "${__orchestre_status:-$__orchestre_code}" "${__orchestre_line:-0}" "$(__orchestre_live_jobs)" >&251
      printf '%s' "$__orchestre_mark"
      ;;
    start)
      export ORCHESTRE_EXTRAIT=$__orchestre_what
      set -o monitor # gives the job a process group of its own
      (
        set +o monitor
        trap "$__orchestre_trap" ERR
        ulimit -f 131072 # 128 MiB: what it prints goes to a file
        source "$__orchestre_dir/$__orchestre_what"
      ) >"$__orchestre_dir/$__orchestre_what.sortie" 2>&1 </dev/null 250<&- 251>&- 252>&- &
      __orchestre_background+="$! "
      set +o monitor
      printf '%s\n' "$!" >&251
      ;;
    stop)
      [[ " $(jobs -pr | tr '\n' ' ')" == *" $__orchestre_what "* ]] && __orchestre_code=0 || __orchestre_code=
      # The subshell first, and at once: it would report its child's end in the child's output.
      kill -KILL "$__orchestre_what" 2>/dev/null
      kill -TERM -- "-$__orchestre_what" 2>/dev/null
      wait "$__orchestre_what" 2>/dev/null
      printf '%s\n' "${__orchestre_code:-$?}" >&251
      ;;
  esac
done
