# Completion of sluice(1) for bash.
_sluice() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W "run check test draw export version help" -- "$word") $(compgen -f -X '!*.go' -- "$word") $(compgen -d -- "$word"))
        return
    fi
    case "$before" in
    -o) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --seed | --workers | --memory-limit | --goroutine-limit | --stack-limit | --output-limit | --at | --scale | --function) return ;;
    --lang) COMPREPLY=($(compgen -W "go1.19 go1.20 go1.21 go1.22 go1.23 go1.24 go1.25" -- "$word")); return ;;
    esac
    case "$command:$word" in
    run:-*) COMPREPLY=($(compgen -W "--workers --seed --lang --memory-limit --goroutine-limit --stack-limit --output-limit --leaks --explain --stats" -- "$word")) ;;
    draw:-*) COMPREPLY=($(compgen -W "-o --function --at --seed --timeline --dark --scale" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -X '!*.go' -- "$word") $(compgen -d -- "$word")) ;;
    esac
}
complete -o filenames -F _sluice sluice
