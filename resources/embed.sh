#!/bin/sh
# Writes a C file that embeds every FILE below ROOT as a table of SlEmbedded.
# embed.sh ROOT TABLE OUTPUT DEPFILE [SUFFIX]
set -eu
root=$1 table=$2 out=$3 dep=$4 suffix=${5:-.go}
files=$(cd "$root" && find . -type f -name "*$suffix" | sed 's|^\./||' | LC_ALL=C sort)
{
    echo '#include "app/source.h"'
    i=0
    for file in $files; do
        printf '%s\n' "__asm__(\".section .rodata\\n.balign 16\\n${table}_$i:\\n.incbin \\\"$root/$file\\\"\\n${table}_${i}_end: .byte 0\\n.text\\n\");"
        echo "extern const char ${table}_$i[], ${table}_${i}_end[];"
        i=$((i + 1))
    done
    echo "const SlEmbedded $table[] = {"
    i=0
    for file in $files; do
        folder=$(dirname "$file")
        [ "$folder" = . ] && folder=
        echo "    {\"$folder\", \"$(basename "$file")\", ${table}_$i, ${table}_${i}_end},"
        i=$((i + 1))
    done
    echo '    {0},'
    echo '};'
} >"$out"
{
    printf '%s:' "$out"
    for file in $files; do printf ' %s/%s' "$root" "$file"; done
    find "$root" -type d -printf ' %p'
    echo
} >"$dep"
