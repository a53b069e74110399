#!/bin/sh
# Check articles on any machine that runs jobs, and leave reports for people and for programs.
#
#   sh ci/check.sh [FLAG...] PATH...
#
# Flags and paths are those of `checker check`. It ends with the exit code of checker and writes
#   report.md      for people: a job's summary, a comment on a pull request
#   report.sarif   for code scanning
#   report.xml     JUnit, for a test view
#   report.json    for programs
#
# REPORTS_FOLDER   the folder of the reports (default: checker-reports)
# BASELINE_FILE    the accepted findings, used if the file is there (default: checker-baseline.json)
set -eu

reports=${REPORTS_FOLDER:-checker-reports}
baseline=${BASELINE_FILE:-checker-baseline.json}

mkdir -p "$reports"
# A run that fails early must not leave the reports of the one before it.
rm -f "$reports/report.md" "$reports/report.sarif" "$reports/report.xml" "$reports/report.json"

set -- \
    --format text \
    --output "markdown=$reports/report.md" \
    --output "sarif=$reports/report.sarif" \
    --output "junit=$reports/report.xml" \
    --output "json=$reports/report.json" \
    "$@"
if [ -f "$baseline" ]; then
    set -- --baseline "$baseline" "$@"
fi

status=0
checker check "$@" || status=$?
case $status in
0) meaning="nothing at or above the threshold" ;;
1) meaning="findings; correct an article, or accept them in the baseline" ;;
2) meaning="wrong usage or configuration; there is no report" ;;
3) meaning="some content could not be read, or there was no article" ;;
*) meaning="it was interrupted, or could not be started" ;;
esac
echo "checker ended with $status: $meaning" >&2
exit "$status"
