package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

var ErrBase = errors.New("base")

type Code struct{ n int }

func (c *Code) Error() string        { return fmt.Sprint("code ", c.n) }
func (c *Code) Is(target error) bool { return target == ErrBase && c.n == 7 }

type Wrap struct {
	msg string
	err error
}

func (w Wrap) Error() string { return w.msg + ": " + w.err.Error() }
func (w Wrap) Unwrap() error { return w.err }

type Temp interface{ Temporary() bool }
type tempErr struct{}

func (tempErr) Error() string   { return "temp" }
func (tempErr) Temporary() bool { return true }

func main() {
	e1 := errors.New("same")
	e2 := errors.New("same")
	fmt.Println(e1 == e2, e1 == e1, e1.Error() == e2.Error())
	w := fmt.Errorf("level1: %w", ErrBase)
	w2 := fmt.Errorf("level2: %w", w)
	fmt.Println(w2, errors.Is(w2, ErrBase), w2 == ErrBase, errors.Unwrap(w2) == w, errors.Unwrap(errors.Unwrap(w2)) == ErrBase, errors.Unwrap(ErrBase))
	v := fmt.Errorf("no wrap: %v", ErrBase)
	fmt.Println(v, errors.Is(v, ErrBase), errors.Unwrap(v))
	var c *Code
	we := Wrap{"ctx", &Code{7}}
	fmt.Println(errors.As(fmt.Errorf("x: %w", we), &c), c.n, errors.Is(we, ErrBase), errors.Is(Wrap{"a", &Code{8}}, ErrBase))
	var wr Wrap
	fmt.Println(errors.As(fmt.Errorf("%w", we), &wr), wr.msg)
	var t Temp
	fmt.Println(errors.As(fmt.Errorf("%w", tempErr{}), &t) && t.Temporary(), errors.As(ErrBase, &t))
	fmt.Println(errors.Is(nil, nil), errors.Is(ErrBase, nil), errors.As(nil, &c))
	fmt.Println(errors.Is(fmt.Errorf("read: %w", io.EOF), io.EOF), io.EOF, io.ErrUnexpectedEOF)
	err := error(&os.PathError{Op: "open", Path: "/x", Err: os.ErrNotExist})
	fmt.Println(err, errors.Is(err, os.ErrNotExist), os.IsNotExist(err))
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path)
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(ErrBase, nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var s string
		errors.As(ErrBase, &s)
	}()
	fmt.Printf("%T %T %T\n", e1, w, v)
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(ok, err)
	}()
	var m map[string]int
	m["a"] = 1
}

// Output:
// false true true
// level2: level1: base true false true true <nil>
// no wrap: base false <nil>
// true 7 true false
// true ctx
// true false
// true false false
// true EOF unexpected EOF
// open /x: file does not exist true true
// true open /x
// errors: target cannot be nil
// errors: *target must be interface or implement error
// *errors.errorString *fmt.wrapError *errors.errorString
// true assignment to entry in nil map
