// A recursive-descent parser and evaluator with error positions.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"unicode"
)

type parser struct {
	src []rune
	at  int
}
type syntaxError struct {
	at   int
	what string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%d: %s", e.at, e.what) }

var errZero = errors.New("division by zero")

func (p *parser) peek() rune {
	for p.at < len(p.src) && unicode.IsSpace(p.src[p.at]) {
		p.at++
	}
	if p.at == len(p.src) {
		return 0
	}
	return p.src[p.at]
}

func (p *parser) sum() float64 {
	v := p.product()
	for {
		switch p.peek() {
		case '+':
			p.at++
			v += p.product()
		case '-':
			p.at++
			v -= p.product()
		default:
			return v
		}
	}
}

func (p *parser) product() float64 {
	v := p.factor()
	for {
		switch op := p.peek(); op {
		case '*', '/':
			p.at++
			r := p.factor()
			if op == '*' {
				v *= r
			} else if r == 0 {
				panic(errZero)
			} else {
				v /= r
			}
		default:
			return v
		}
	}
}

func (p *parser) factor() float64 {
	switch c := p.peek(); {
	case c == '-':
		p.at++
		return -p.factor()
	case c == '(':
		p.at++
		v := p.sum()
		if p.peek() != ')' {
			panic(&syntaxError{p.at, "missing )"})
		}
		p.at++
		return v
	case unicode.IsDigit(c):
		start := p.at
		for p.at < len(p.src) && (unicode.IsDigit(p.src[p.at]) || p.src[p.at] == '.') {
			p.at++
		}
		v, err := strconv.ParseFloat(string(p.src[start:p.at]), 64)
		if err != nil {
			panic(err)
		}
		return v
	default:
		panic(&syntaxError{p.at, fmt.Sprintf("unexpected %q", c)})
	}
}

func eval(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("eval %q: %w", s, r.(error))
		}
	}()
	p := &parser{src: []rune(s)}
	v = p.sum()
	if p.peek() != 0 {
		panic(&syntaxError{p.at, "rest"})
	}
	return
}

func main() {
	for _, s := range []string{"1 + 2*3", "-(4 - 6) / 4", "2 *", "(1", "1/0", "1.2.3", "7 8", "((2))*-3"} {
		v, err := eval(s)
		var se *syntaxError
		fmt.Println(v, err, errors.As(err, &se), errors.Is(err, errZero), errors.Is(err, strconv.ErrSyntax))
	}
}

// Output:
// 7 <nil> false false false
// 0.5 <nil> false false false
// 0 eval "2 *": 3: unexpected '\x00' true false false
// 0 eval "(1": 2: missing ) true false false
// 0 eval "1/0": division by zero false true false
// 0 eval "1.2.3": strconv.ParseFloat: parsing "1.2.3": invalid syntax false false true
// 7 eval "7 8": 2: rest true false false
// -6 <nil> false false false
