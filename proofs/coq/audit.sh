#!/bin/bash
# Usage: audit.sh [--write | --each]
# Asks Coq for the axioms under the theorems named in claims.map, file by file,
# and compares the answer with assumptions.txt (--write: rewrites assumptions.txt;
# --each: prints the axioms of every single theorem instead, in some minutes).
# Theorems of infrastructure.txt, which belong to no claim, are audited with them.
# Fails when a mapped theorem does not exist, when an axiom beyond the four of
# the real numbers occurs, when a source states an axiom or leaves a proof
# open, when a file is missing from _CoqProject, or when the list has changed.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C
COQBIN=${COQBIN:-}
JOBS=${JOBS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fail() { echo "AUDIT FAILS: $*" >&2; status=1; }

allowed='ClassicalDedekindReals.sig_forall_dec
ClassicalDedekindReals.sig_not_dec
Classical_Prop.classic
FunctionalExtensionality.functional_extensionality_dep'

# 1. The sources.
find theories -name '*.v' | sort > "$work/files"
grep '^theories/' _CoqProject | sort > "$work/listed"
[ -z "$(uniq -d "$work/listed")" ] || fail "listed twice in _CoqProject: $(uniq -d "$work/listed" | tr '\n' ' ')"
if ! diff "$work/files" <(uniq "$work/listed") > "$work/diff"; then
  fail "_CoqProject and the theory files differ:"; cat "$work/diff" >&2
fi
# Words in comments do not count: the pattern is anchored at a command.
if xargs grep -nE '^[[:space:]]*(Local |Global |#\[[^]]*\] *)*(Axiom|Axioms|Parameter|Parameters|Conjecture|Admitted|Admit Obligations|Unset Guard Checking|Unset Positivity Checking|Unset Universe Checking)\b|\badmit\b *[.;)]|\bAdmitted\.|bypass_check' \
     < "$work/files" > "$work/open"; then
  fail "axioms or open proofs in the sources:"; cat "$work/open" >&2
fi

# 2. The map.
# A line "CLAIM partial - -" says that a part of the row is not proved: it names no theorem.
awk '!/^(#|[[:space:]]*$)/ && $2 != "partial"' claims.map > "$work/map"
awk '$2 == "partial" { print $1 }' claims.map | sort -u > "$work/partial"
if awk 'NF != 4 || $2 !~ /^(theorem|counterexample|corrected|control|cited|numerical)$/ { print; bad = 1 } END { exit !bad }' \
     "$work/map" >&2; then fail "malformed lines in claims.map (above)"; fi
[ -z "$(sort "$work/map" | uniq -d)" ] || fail "repeated lines in claims.map: $(sort "$work/map" | uniq -d)"
awk '{ print $1 }' "$work/map" "$work/partial" | sort -u > "$work/mapped"
sort claim-ids.txt > "$work/ids"
unknown=$(comm -23 "$work/mapped" "$work/ids" | tr '\n' ' ')
[ -z "$unknown" ] || fail "unknown claims in claims.map: $unknown"
while read -r _ _ name file; do
  [ -f "$file" ] || fail "$name: no file $file"
  module=${file#theories/}; module=GrpoProofs.$(tr / . <<< "${module%.v}")
  case $name in "$module".*) ;; *) fail "$name is not in $file" ;; esac
done < "$work/map"
[ "$status" = 0 ] || exit 1

# 3. The axioms under the mapped theorems of each file (with --each: under each
# theorem, much slower), in JOBS processes. A group is a tuple of theorems; its
# answer is a file of its own.
# infrastructure.txt: theorems that belong to no claim, such as the soundness of certificates.
grep -vE '^(#|[[:space:]]*$)' infrastructure.txt > "$work/infrastructure"
awk '{ print $3 }' "$work/map" | cat - "$work/infrastructure" | sort -u > "$work/theorems"
if [ "${1:-}" = --each ]; then
  awk '{ print $1, "@" $1 }' "$work/theorems"
else
  awk '{ m = $1; sub(/\.[^.]*$/, "", m); if (m in g) g[m] = g[m] ", @" $1; else g[m] = "@" $1 }
    END { for (m in g) print m, g[m] }' "$work/theorems" | sort
fi > "$work/groups"
mkdir "$work/out"
job() {
  local k=$1 n=0 name tuple
  awk -v k="$k" -v n="$JOBS" 'NR % n == k' "$work/groups" > "$work/part$k"
  {
    grep -oE '@[^, ]+' "$work/part$k" | sed -E 's/^@//; s/\.[^.]*$//; s/.*/Require &./' | sort -u
    while read -r name tuple; do
      n=$((n + 1))
      echo "Definition group$n := ($tuple)."
      echo "Redirect \"$work/out/$name\" Print Assumptions group$n."
    done < "$work/part$k"
  } > "$work/audit$k.v"
  "${COQBIN}coqc" -w none -Q theories GrpoProofs "$work/audit$k.v" > /dev/null
}
pids=()
for ((k = 0; k < JOBS; k++)); do job "$k" & pids+=($!); done
for p in "${pids[@]}"; do wait "$p" || fail "a mapped theorem does not exist, or a theory is not built"; done
[ "$status" = 0 ] || exit 1
# The answer is "Closed under the global context", or "Axioms:" followed by one
# name per axiom at the beginning of a line, its type after it or indented.
while read -r name _; do
  answer=$work/out/$name.out
  if [ "$(head -c 6 "$answer")" = Closed ]; then
    echo "$name:"
  elif [ "$(head -1 "$answer")" = Axioms: ]; then
    echo "$name:" $(sed '1d' "$answer" | grep -oE '^[^[:space:]:]+' | sort)
  else
    fail "unexpected answer for $name"; cat "$answer" >&2
  fi
done < "$work/groups" > "$work/assumptions"
if [ "${1:-}" = --each ]; then cat "$work/assumptions"; exit "$status"; fi

# 4. The comparison.
awk '{ for (i = 2; i <= NF; i++) print $i }' "$work/assumptions" | sort -u > "$work/axioms"
extra=$(comm -23 "$work/axioms" <(echo "$allowed") | tr '\n' ' ')
[ -z "$extra" ] || fail "axioms beyond the four: $extra"
[ "${1:-}" = --write ] && cp "$work/assumptions" assumptions.txt
if ! diff assumptions.txt "$work/assumptions"; then
  fail "assumptions.txt is not up to date (lines with > are new); run 'make audit-write' and read the difference"
fi

# 5. The counts.
echo "theorems: $(wc -l < "$work/theorems"); axioms in use: $(wc -l < "$work/axioms") (allowed: 4)"
awk '{ lines[$2]++; if (!(($2, $1) in seen)) { seen[$2, $1]; claims[$2]++ } }
  END { for (r in lines) printf "%-15s %3d claims, %3d theorems\n", r, claims[r], lines[r] }' "$work/map" | sort
echo "claims of which a part is not proved: $(sort -V "$work/partial" | tr '\n' ' ')"
echo "claims with an entry: $(wc -l < "$work/mapped") of $(wc -l < "$work/ids")"
echo "claims without an entry: $(comm -13 "$work/mapped" "$work/ids" | sort -V | tr '\n' ' ')"
exit $status
