# Completion of sluice(1) for bash.
_sluice() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local run="--workers --seed --chooser --record --replay --events --trace --lang --memory-limit --goroutine-limit
        --stack-limit --output-limit --leaks --explain --allow-fs --stats"
    local test="-run -skip -v -count -short -timeout -bench -benchtime -benchmem -list -parallel -failfast -shuffle -race"
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W "run check draw export test version help" -- "$word") $(compgen -f -X '!*.go' -- "$word") $(compgen -d -- "$word"))
        return
    fi
    case "$before" in
    -o | --record | --replay | --events | --trace)
        [ "$command:$before" = export:--events ] || COMPREPLY=($(compgen -f -- "$word"))
        return ;;
    --chooser) COMPREPLY=($(compgen -W "random round-robin run-to-block pct script:" -- "$word")); return ;;
    --lang) COMPREPLY=($(compgen -W "go1.19 go1.20 go1.21 go1.22 go1.23 go1.24 go1.25" -- "$word")); return ;;
    --seed | --workers | --memory-limit | --goroutine-limit | --stack-limit | --output-limit | --at | --scale | --function | -run | -skip | -count | -timeout | -bench | -benchtime | -parallel) return ;;
    esac
    case "$command:$word" in
    run:-*) COMPREPLY=($(compgen -W "$run" -- "$word")) ;;
    test:-*) COMPREPLY=($(compgen -W "$test $run" -- "$word")) ;;
    draw:-*) COMPREPLY=($(compgen -W "-o --function --at --seed --timeline --dark --scale" -- "$word")) ;;
    export:-*) COMPREPLY=($(compgen -W "-o --seed --events" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -X '!*.go' -- "$word") $(compgen -d -- "$word")) ;;
    esac
}
complete -o filenames -F _sluice sluice
