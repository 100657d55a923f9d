#!/bin/bash
# Prints a Markdown table: claim, role, theorem, file, lines from statement to Qed, axioms under it.
# The axioms are read from the archive assumptions.txt: S = sig_not_dec, F = sig_forall_dec, E = functional extensionality, C = classic.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C
echo '| claim | role | theorem | lines | axioms |'
echo '|---|---|---|---:|---|'
grep -vE '^(#|[[:space:]]*$)' claims.map | sort -V | while read -r claim role name file; do
  if [ "$file" = - ]; then
    echo "| $claim | $role | | | |"
    continue
  fi
  short=${name##*.}
  lines=$(awk -v name="$short" '
    !found && $0 ~ "^(Theorem|Lemma|Corollary|Proposition|Fact) " name "([^A-Za-z0-9_'"'"']|$)" { found = 1; start = NR }
    found && /(^|[[:space:]])(Qed|Defined)\./ { print NR - start + 1; exit }' "$file")
  axioms=$(awk -v theorem="$name:" '
    $1 == theorem { for (i = 2; i <= NF; i++) letters = letters letter[$i] }
    BEGIN {
      letter["ClassicalDedekindReals.sig_not_dec"] = "S"; letter["ClassicalDedekindReals.sig_forall_dec"] = "F"
      letter["FunctionalExtensionality.functional_extensionality_dep"] = "E"; letter["Classical_Prop.classic"] = "C"
    }
    END { print letters }' assumptions.txt)
  echo "| $claim | $role | \`${name#GrpoProofs.}\` | ${lines:-?} | $axioms |"
done
