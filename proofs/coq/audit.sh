#!/bin/bash
# Usage: audit.sh [--each | --write]
# Asks Coq for the axioms under the theorems named in claims.map and in infrastructure.txt
# (theorems that belong to no claim), and compares the answers with assumptions.txt, which
# has one line per theorem: its axioms, as Coq printed them for that theorem alone.
#
# Coq takes about three seconds for every theorem (it traverses the construction of the real
# numbers anew each time), so the archive says for which sources the answers were given:
# assumptions.digest has one line per module, with the digest of its source and of all
# sources that it imports.
# Without options: Coq is asked once per archived list of axioms for all the theorems with
# that list together, and the union must be that list: no theorem uses an axiom that its line
# does not list. Where the digest is that of the present sources the line is exact; the
# modules for which it is not are counted (a theorem there may have come to use fewer axioms).
# --each: every theorem is asked for on its own, module by module in JOBS processes, and the
# answers must be the archived ones.
# --write: the same for the modules whose list of theorems or digest has changed, in this
# order, and the answers are archived, module by module: what is done stays done when the run
# is stopped.
#
# Fails when a mapped theorem does not exist, when an axiom beyond the four of the real
# numbers occurs, when a source states an axiom or leaves a proof open, when a file is missing
# from _CoqProject, when the archive does not list a theorem, when a counterexample or a computed
# bound has no control (controls.map), or when THEOREMS.md is not what table.sh prints.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C
COQBIN=${COQBIN:-}
JOBS=${JOBS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fail() { echo "AUDIT FAILS: $*" >&2; status=1; }

# Asks for the theorems of one module, in one process; prints "theorem: axioms" lines. The
# answer of Coq is "Closed under the global context", or "Axioms:" followed by one name per
# axiom at the beginning of a line, its type after it or indented.
ask_module() {
  local module=$1 names out name answer
  mapfile -t names < "$2"
  [ "${#names[@]}" -gt 0 ] || return 1
  out=$(mktemp -d)
  { echo "Require $module."
    printf "Redirect \"$out/%s\" Print Assumptions %s.\n" $(printf '%s\n' "${names[@]}" | awk '{ print $1, $1 }'); } > "$out/ask.v"
  "${COQBIN}coqc" -w none -Q theories GrpoProofs "$out/ask.v" > /dev/null || { rm -rf "$out"; return 1; }
  for name in "${names[@]}"; do
    answer=$out/$name.out
    case $(head -c 6 "$answer") in
      Closed) echo "$name:" ;;
      Axioms) echo "$name:" $(sed '1d' "$answer" | grep -oE '^[^[:space:]:]+' | sort) ;;
      *) echo "unexpected answer for $name: $(head -3 "$answer")" >&2; rm -rf "$out"; return 1 ;;
    esac
  done
  rm -rf "$out"
}

# Called by xargs: asks for one module and archives the answers in the two files.
if [ "${1:-}" = --module ]; then
  module=$2 digest=$3 list=$4 target=$5
  trap - EXIT; rm -rf "$work"
  answers=$(ask_module "$module" "$list") || { echo "no answer for $module" >&2; exit 1; }
  exec 9> "$target.lock"; flock 9
  { awk -v m="$module" '{ n = $1; sub(/:$/, "", n); sub(/\.[^.]*$/, "", n) } n != m' "$target.txt"; echo "$answers"; } | sort > "$target.txt.new"
  { awk -v m="$module" '$1 != m' "$target.digest"; echo "$module $digest"; } | sort > "$target.digest.new"
  mv "$target.txt.new" "$target.txt"; mv "$target.digest.new" "$target.digest"
  echo "$module"
  exit 0
fi

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
awk '!/^#/ && $2 == "partial" { print $1 }' claims.map | sort -u > "$work/partial"
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

# 3. The controls.
awk '!/^(#|[[:space:]]*$)/ { print "GrpoProofs." $1, ($2 == "-" ? "-" : "GrpoProofs." $2) }' controls.map > "$work/controls"
awk '$3 != "-" { print $3 }' "$work/map" | sort -u > "$work/names"
xargs awk 'FNR == 1 { found = 0 } !found && /zinterval|vm_cast_no_check/ { found = 1; print FILENAME }' < "$work/files" > "$work/computing"
[ -s "$work/computing" ] || fail "no file computes: the search for computed bounds finds nothing"
awk 'FILENAME == ARGV[1] { computing[$1] = 1; next }
     $2 == "counterexample" || (($2 == "theorem" || $2 == "corrected") && $4 in computing) { print $3 }' \
  "$work/computing" "$work/map" | sort -u > "$work/need"
missing=$(comm -23 "$work/need" <(awk '{ print $1 }' "$work/controls" | sort -u) | tr '\n' ' ')
[ -z "$missing" ] || fail "no line in controls.map for: $missing"
idle=$(comm -23 <(awk '$2 == "control" { print $3 }' "$work/map" | sort -u) <(awk '{ print $2 }' "$work/controls" | sort -u) | tr '\n' ' ')
[ -z "$idle" ] || fail "controls of claims.map that controls.map assigns to no theorem: $idle"
unknown=$(comm -13 "$work/names" <(awk '{ print $1; if ($2 != "-") print $2 }' "$work/controls" | sort -u) | tr '\n' ' ')
[ -z "$unknown" ] || fail "controls.map names theorems that are not in claims.map: $unknown"
bare=$(awk '$2 == "counterexample" { print $3 }' "$work/map" | sort -u | comm -12 - <(awk '$2 == "-" { print $1 }' "$work/controls" | sort -u) | tr '\n' ' ')
[ -z "$bare" ] || fail "counterexamples without a control: $bare"
[ "$status" = 0 ] || exit 1

# 4. What to ask for, and the digests of the modules.
{ cat "$work/names"; awk '!/^(#|[[:space:]]*$)/' infrastructure.txt; } | sort -u > "$work/theorems"
sed -E 's/\.[^.]*$//' "$work/theorems" | sort -u > "$work/modules"
xargs sha256sum < "$work/files" > "$work/sums"
"${COQBIN}coqdep" -f _CoqProject 2> /dev/null | grep -E '^[^ ]+\.vo ' |
  sed -E 's/^([^ ]+)\.vo [^:]*:/\1/' > "$work/deps"
while read -r module; do
  file=theories/$(sed 's/^GrpoProofs\.//' <<< "$module" | tr . /)
  awk -v start="$file" -v deps="$work/deps" '
    FILENAME == deps { for (i = 2; i <= NF; i++) if ($i ~ /\.vo$/) { d = $i; sub(/\.vo$/, "", d); edge[$1] = edge[$1] " " d } next }
    { sum[$2] = $1 }
    END { n = 1; queue[1] = start; seen[start] = 1
          for (k = 1; k <= n; k++) { m = split(edge[queue[k]], next_, " ")
            for (i = 1; i <= m; i++) if (!(next_[i] in seen)) { seen[next_[i]] = 1; queue[++n] = next_[i] } }
          for (k in seen) if ((k ".v") in sum) print k, sum[k ".v"] }' "$work/deps" "$work/sums" | sort |
    sha256sum | awk -v m="$module" '{ print m, substr($1, 1, 32) }'
done < "$work/modules" | sort > "$work/digests"
touch assumptions.txt assumptions.digest

# Runs ask_module for the modules on the input ("module digest"), JOBS at a time.
ask_modules() {
  local target=$1
  while read -r module digest; do
    grep -E "^${module//./\\.}\.[^.]*$" "$work/theorems" > "$work/list.$module"
    echo "$module $digest $work/list.$module $target"
  done > "$work/todo"
  xargs -r -P "$JOBS" -L 1 ./audit.sh --module < "$work/todo"
}

case ${1:-} in
  --each)
    : > "$work/each.txt"; : > "$work/each.digest"
    ask_modules "$work/each" < "$work/digests" || fail "a mapped theorem does not exist, or a theory is not built"
    diff assumptions.txt "$work/each.txt" || fail "assumptions.txt is not what Coq answers (>); run 'make audit-write' and read the difference"
    sed 's/^/answered /' "$work/each.digest" | tail -1 ;;
  --write)
    # Lines of theorems and modules that are no longer mapped go first.
    awk 'NR == FNR { keep[$1 ":"] = 1; next } $1 in keep' "$work/theorems" assumptions.txt > "$work/kept"
    awk 'NR == FNR { keep[$1] = 1; next } $1 in keep' "$work/modules" assumptions.digest > "$work/kept.digest"
    cp "$work/kept" assumptions.txt; cp "$work/kept.digest" assumptions.digest
    comm -13 <(cut -d: -f1 assumptions.txt) "$work/theorems" | sed -E 's/\.[^.]*$//' | sort -u > "$work/lacking"
    { awk 'NR == FNR { lacking[$1] = 1; next } $1 in lacking' "$work/lacking" "$work/digests"
      comm -13 assumptions.digest "$work/digests"; } | awk '!seen[$1]++' > "$work/stale"
    ask_modules assumptions < "$work/stale" || fail "a mapped theorem does not exist, or a theory is not built"
    rm -f assumptions.lock ;;
esac

if ! diff <(cut -d: -f1 assumptions.txt) "$work/theorems"; then
  fail "assumptions.txt does not list the theorems of claims.map (> marks those that it lacks); run 'make audit-write' and read the difference"
fi
extra=$(awk '{ for (i = 2; i <= NF; i++) print $i }' assumptions.txt | sort -u | comm -23 - <(echo "$allowed") | tr '\n' ' ')
[ -z "$extra" ] || fail "axioms beyond the four: $extra"

# 5. Coq, once per archived list.
awk '{ name = $1; sub(/:$/, "", name); axioms = ""; for (i = 2; i <= NF; i++) axioms = axioms " " $i
       if (!(axioms in group)) { group[axioms] = ++n; print n ":" axioms > (dir "/lists") }
       print group[axioms], name }' dir="$work" assumptions.txt > "$work/grouped"
{ sed 's/^/Require /; s/$/./' "$work/modules"
  for g in $(cut -d: -f1 "$work/lists"); do
    echo "Definition group$g :="
    awk -v g="$g" '$1 == g { print "  let _ := @" $2 " in" }' "$work/grouped"
    echo "  Logic.I."
    echo "Redirect \"$work/group$g\" Print Assumptions group$g."
  done; } > "$work/groups.v"
if "${COQBIN}coqc" -w none -Q theories GrpoProofs "$work/groups.v" > "$work/log" 2>&1; then
  while IFS=: read -r g axioms; do
    case $(head -c 6 "$work/group$g.out") in
      Closed | Axioms) ;;
      *) fail "unexpected answer of Coq for the axioms [${axioms# }]: $(head -3 "$work/group$g.out")" ;;
    esac
    found=$(awk 'NR > 1 && match($0, /^[^ \t:]+/) { print substr($0, 1, RLENGTH) }' "$work/group$g.out" | sort | tr '\n' ' ' | sed 's/ $//')
    [ "$found" = "${axioms# }" ] || fail "theorems archived with the axioms [${axioms# }] use [$found]"
  done < "$work/lists"
else
  fail "a mapped theorem does not exist, or a theory is not built:"; head -5 "$work/log" >&2
fi

# 6. The table.
./table.sh > "$work/table"
if [ "${1:-}" = --write ]; then cp "$work/table" THEOREMS.md; fi
cmp -s "$work/table" THEOREMS.md || fail "THEOREMS.md is not what table.sh prints; run 'make table' and read the difference"

# 7. The counts.
echo "theorems: $(wc -l < "$work/theorems") in $(wc -l < "$work/modules") modules; lists of axioms: $(wc -l < "$work/lists"); axioms in use: $(awk '{ for (i = 2; i <= NF; i++) print $i }' assumptions.txt | sort -u | wc -l) (allowed: 4)"
awk '{ lines[$2]++; if (!(($2, $1) in seen)) { seen[$2, $1]; claims[$2]++ } }
  END { for (r in lines) printf "%-15s %3d claims, %3d theorems\n", r, claims[r], lines[r] }' "$work/map" | sort
echo "modules whose archived answers are for the present sources: $(comm -12 assumptions.digest "$work/digests" | wc -l) of $(wc -l < "$work/modules") ('make audit-write' renews the others)"
echo "counterexamples and computed bounds with a control: $(awk '$2 != "-" { print $1 }' "$work/controls" | sort -u | wc -l)"
echo "claims of which a part is not proved: $(sort -V "$work/partial" | tr '\n' ' ')"
echo "claims with an entry: $(wc -l < "$work/mapped") of $(wc -l < "$work/ids")"
echo "claims without an entry: $(comm -13 "$work/mapped" "$work/ids" | sort -V | tr '\n' ' ')"
exit $status
