#!/bin/sh
# Check the articles that a branch changes against all the others.
#
#   sh ci/pull-request.sh FOLDER... [-- FLAG...]
#
# The changed files of the folders are the drafts, the folders themselves what they are held against, so
# that only conflicts with a changed article on one side are found. What was accepted is read from the
# branch to merge into, or a branch could accept its own findings. The rest is done by check.sh.
#
# BASE_BRANCH      the branch to merge into (default: origin/main)
# BASELINE_FILE    the path of the baseline in that branch (default: checker-baseline.json)
# REPORTS_FOLDER   the folder of the reports (default: checker-reports)
set -eu

base=${BASE_BRANCH:-origin/main}
baseline=${BASELINE_FILE:-checker-baseline.json}
reports=${REPORTS_FOLDER:-checker-reports}

fail() {
    echo "pull-request.sh: $1" >&2
    exit 2
}

[ $# -gt 0 ] && [ "$1" != -- ] || fail "name the folders of the articles, as in: sh ci/pull-request.sh articles"
git rev-parse --verify --quiet "$base^{commit}" >/dev/null ||
    fail "there is no $base here; fetch it first, or name another branch in BASE_BRANCH"
git merge-base "$base" HEAD >/dev/null ||
    fail "$base and this branch have no common commit here; fetch the whole history (fetch-depth: 0)"

# Lists of names are kept as lines, and split at line ends only: a name may hold spaces and stars.
set -f
IFS='
'
folders=
prefix=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    folder=$1
    while [ "$folder" != "${folder#./}" ]; do folder=${folder#./}; done
    while [ "$folder" != "${folder%/}" ]; do folder=${folder%/}; done
    # An article has the name that its folder gives it: below "." all begin with "./".
    case $folder in "" | .) folder=. prefix=./ ;; esac
    folders=$folders$folder$IFS
    shift
done
[ $# -eq 0 ] || shift

# shellcheck disable=SC2086 # split into lines on purpose
changed=$(git -c core.quotePath=false diff --name-only --diff-filter=d --relative --merge-base "$base" -- $folders)

for folder in $folders; do
    set -- --against "$folder" "$@"
done
set -- "$@" --
drafts=0
for path in $changed; do
    case $path in
    \"*) fail "git had to quote the name $path; rename the file without control characters and quotes" ;;
    esac
    # What checker reads in a folder; a picture beside an article is no article.
    plain=${path%.gz}
    plain=${plain%.zst}
    # Hidden names below a folder are passed over, as checker does; the folder's own name may be hidden.
    below=$plain
    for folder in $folders; do below=${below#"$folder"/}; done
    case $below in
    .* | */.*) ;;
    *.txt | *.text | *.md | *.markdown | *.html | *.htm | *.xhtml | *.json | *.jsonl | *.ndjson | *.csv | \
        *.tsv | *.parquet | *.rss | *.atom | *.xml | *.warc)
        set -- "$@" "$prefix$path"
        drafts=$((drafts + 1))
        ;;
    esac
done

if [ "$drafts" -eq 0 ]; then
    mkdir -p "$reports"
    rm -f "$reports/report.sarif" "$reports/report.xml" "$reports/report.json"
    # The first line is the one by which comment.sh finds the comment that this one replaces.
    printf '%s\n' "<!-- checker-report -->" "### checker: no article was changed" >"$reports/report.md"
    echo "no article was changed: there is nothing to check" >&2
    exit 0
fi

accepted=$(mktemp)
trap 'rm -f "$accepted"' EXIT
if git cat-file -e "$base:./$baseline" 2>/dev/null; then
    git show "$base:./$baseline" >"$accepted"
else
    # check.sh goes without a baseline that is not there.
    rm -f "$accepted"
fi

echo "checking $drafts changed since $base" >&2
BASELINE_FILE=$accepted REPORTS_FOLDER=$reports sh "$(dirname "$0")/check.sh" "$@"
