#!/bin/bash
# Usage: audit.sh [--each | --write]
# Asks Coq for the axioms under the theorems named in claims.map and compares the
# answers with assumptions.txt, which has one line per theorem.
# Theorems of infrastructure.txt, which belong to no claim, are audited with them.
# Without options: theorems of one file with the same archived axioms are asked for
# together, and the axioms found must be exactly the archived ones: no theorem uses
# an axiom that its line does not list. (One that has come to use fewer than the
# others of its group is noticed by --each only.)
# --each: every theorem is asked for on its own, and its line must be exact; takes
# about four times as long.
# --write: brings assumptions.txt up to date, asking for each theorem that it does
# not list or whose group has changed, and for no other.
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
# "CLAIM cited - -" and "CLAIM numerical - -" likewise: nothing in Coq about that part.
if awk 'NF != 4 || $2 !~ /^(theorem|counterexample|corrected|control|cited|numerical)$/ { print; bad = 1 } END { exit !bad }' \
     "$work/map" >&2; then fail "malformed lines in claims.map (above)"; fi
[ -z "$(sort "$work/map" | uniq -d)" ] || fail "repeated lines in claims.map: $(sort "$work/map" | uniq -d)"
awk '{ print $1 }' "$work/map" "$work/partial" | sort -u > "$work/mapped"
sort claim-ids.txt > "$work/ids"
unknown=$(comm -23 "$work/mapped" "$work/ids" | tr '\n' ' ')
[ -z "$unknown" ] || fail "unknown claims in claims.map: $unknown"
while read -r _ role name file; do
  if [ "$name $file" = "- -" ] && [[ $role =~ ^(cited|numerical)$ ]]; then continue; fi
  [ -f "$file" ] || fail "$name: no file $file"
  module=${file#theories/}; module=GrpoProofs.$(tr / . <<< "${module%.v}")
  case $name in "$module".*) ;; *) fail "$name is not in $file" ;; esac
done < "$work/map"
[ "$status" = 0 ] || exit 1

# 3. What to ask for: groups of theorems, each with an identifier.
# infrastructure.txt: theorems that belong to no claim, such as the soundness of certificates.
{ awk '$3 != "-" { print $3 }' "$work/map"; grep -vE '^(#|[[:space:]]*$)' infrastructure.txt; } | sort -u > "$work/theorems"
touch assumptions.txt
one_by_one() { awk '{ print $1, "@" $1 }'; }
# Of lines "theorem: axioms" makes the groups, and the archived axioms of each.
by_archive() {
  awk '{ name = $1; sub(/:$/, "", name); file = name; sub(/\.[^.]*$/, "", file)
         axioms = ""; for (i = 2; i <= NF; i++) axioms = axioms " " $i
         key = file "|" axioms
         if (key in tuple) tuple[key] = tuple[key] ", @" name; else tuple[key] = "@" name }
    END { for (key in tuple) print key "|" tuple[key] }' | sort |
    awk -F'|' -v groups="$work/groups" -v expected="$work/expected" \
      '{ print $1 "." NR, $3 > groups; print $1 "." NR ":" $2 > expected }'
}

# Asks for the groups in JOBS processes; every answer is a file of its own. The
# answer is "Closed under the global context", or "Axioms:" followed by one name
# per axiom at the beginning of a line, its type after it or indented.
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
ask() {
  rm -rf "$work/out"; mkdir "$work/out"
  local pids=() k p name answer
  for ((k = 0; k < JOBS; k++)); do job "$k" & pids+=($!); done
  for p in "${pids[@]}"; do wait "$p" || fail "a mapped theorem does not exist, or a theory is not built"; done
  [ "$status" = 0 ] || exit 1
  while read -r name _; do
    answer=$work/out/$name.out
    if [ "$(head -c 6 "$answer")" = Closed ]; then
      echo "$name:"
    elif [ "$(head -1 "$answer")" = Axioms: ]; then
      echo "$name:" $(sed '1d' "$answer" | grep -oE '^[^[:space:]:]+' | sort)
    else
      fail "unexpected answer for $name"; cat "$answer" >&2
    fi
  done < "$work/groups" > "$work/found"
}

# 4. The comparison.
case ${1:-} in
  --each)
    one_by_one < "$work/theorems" > "$work/groups"; ask
    cp assumptions.txt "$work/expected" ;;
  --write)
    awk 'NR == FNR { mapped[$1 ":"] = 1; next } $1 in mapped' "$work/theorems" assumptions.txt > "$work/kept"
    by_archive < "$work/kept"
    if [ -s "$work/kept" ]; then
      ask
      # Theorems of the groups with another answer, and those not listed.
      comm -13 <(sort "$work/expected") <(sort "$work/found") | cut -d: -f1 |
        awk 'NR == FNR { changed[$1] = 1; next } $1 in changed' - "$work/groups" |
        grep -oE '@[^, ]+' | sed 's/^@//' > "$work/changed" || true
    else
      : > "$work/changed"
    fi
    { cat "$work/changed"; comm -13 <(cut -d: -f1 "$work/kept" | sort) "$work/theorems"; } | sort -u > "$work/again"
    one_by_one < "$work/again" > "$work/groups"; ask
    awk 'NR == FNR { changed[$1 ":"] = 1; next } !($1 in changed)' "$work/again" "$work/kept" |
      sort - "$work/found" > "$work/expected"
    cp "$work/expected" assumptions.txt; cp "$work/expected" "$work/found"
    cp "$work/theorems" "$work/groups" ;;
  *)
    if ! diff <(cut -d: -f1 assumptions.txt) "$work/theorems"; then
      fail "assumptions.txt does not list the theorems of claims.map (> marks those that it lacks); run 'make audit-write' and read the difference"
      exit 1
    fi
    by_archive < assumptions.txt; ask ;;
esac
awk '{ for (i = 2; i <= NF; i++) print $i }' "$work/found" | sort -u > "$work/axioms"
extra=$(comm -23 "$work/axioms" <(echo "$allowed") | tr '\n' ' ')
[ -z "$extra" ] || fail "axioms beyond the four: $extra"
if ! diff "$work/expected" "$work/found"; then
  fail "assumptions.txt is not up to date (> marks what Coq answers now); run 'make audit-write' and read the difference"
fi

# 5. The counts.
echo "theorems: $(wc -l < "$work/theorems"), asked for in $(wc -l < "$work/groups") groups; axioms in use: $(wc -l < "$work/axioms") (allowed: 4)"
awk '{ lines[$2]++; if (!(($2, $1) in seen)) { seen[$2, $1]; claims[$2]++ } }
  END { for (r in lines) printf "%-15s %3d claims, %3d theorems\n", r, claims[r], lines[r] }' "$work/map" | sort
echo "claims of which a part is not proved: $(sort -V "$work/partial" | tr '\n' ' ')"
echo "claims with an entry: $(wc -l < "$work/mapped") of $(wc -l < "$work/ids")"
echo "claims without an entry: $(comm -13 "$work/mapped" "$work/ids" | sort -V | tr '\n' ' ')"
exit $status
