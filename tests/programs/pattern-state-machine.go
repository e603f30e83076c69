// A state machine whose states are functions that return the next one.
package main

import (
	"fmt"
	"unicode"
)

type token struct{ kind, text string }
type lexer struct {
	src        []rune
	start, pos int
	out        []token
}
type state func(*lexer) state

func (l *lexer) emit(kind string) {
	l.out = append(l.out, token{kind, string(l.src[l.start:l.pos])})
	l.start = l.pos
}
func (l *lexer) next() rune {
	if l.pos >= len(l.src) {
		l.pos++
		return -1
	}
	r := l.src[l.pos]
	l.pos++
	return r
}
func (l *lexer) back() { l.pos-- }

func begin(l *lexer) state {
	switch r := l.next(); {
	case r < 0:
		return nil
	case unicode.IsSpace(r):
		l.start = l.pos
		return begin
	case unicode.IsLetter(r):
		return while("word", unicode.IsLetter)
	case unicode.IsDigit(r):
		return while("number", unicode.IsDigit)
	case r == '"':
		return quoted
	default:
		l.emit("sign")
		return begin
	}
}

func while(kind string, in func(rune) bool) state {
	return func(l *lexer) state {
		for in(l.next()) {
		}
		l.back()
		l.emit(kind)
		return begin
	}
}

func quoted(l *lexer) state {
	for {
		switch l.next() {
		case '"':
			l.emit("string")
			return begin
		case '\\':
			l.next()
		case -1:
			l.back()
			l.emit("unterminated")
			return nil
		}
	}
}

func main() {
	for _, s := range []string{`let x1 = "a \" b" + 42;`, `größer "open`, ""} {
		l := &lexer{src: []rune(s)}
		for f := state(begin); f != nil; {
			f = f(l)
		}
		fmt.Printf("%q\n", l.out)
	}
}

// Output:
// [{"word" "let"} {"word" "x"} {"number" "1"} {"sign" "="} {"string" "\"a \\\" b\""} {"sign" "+"} {"number" "42"} {"sign" ";"}]
// [{"word" "größer"} {"unterminated" "\"open"}]
// []
