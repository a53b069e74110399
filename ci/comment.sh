#!/bin/sh
# Write the Markdown report as a comment on a GitHub pull request; a later run replaces it.
#
#   sh ci/comment.sh FILE NUMBER
#
# Needs the command gh, GH_TOKEN with the permission pull-requests: write, and GITHUB_REPOSITORY.
set -eu

file=$1
number=$2
comments=repos/$GITHUB_REPOSITORY/issues/$number/comments
# What tells our comment from all others: the first line of the report, which is not shown.
mark="<!-- checker-report -->"

known=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1)
if [ -n "$known" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$file"
else
    gh api --silent --method POST "$comments" --field "body=@$file"
fi
