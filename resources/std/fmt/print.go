// SPDX-License-Identifier: MIT

// Package fmt formats and scans text. The machine formats what needs no method of the program's in one native call;
// this file calls the methods, and walks values that have some inside.
package fmt

import (
	"errors"
	"io"
	"os"
)

// State is what a Formatter writes to and asks for flags.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter formats itself for any verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer gives its own text for %v and %s.
type Stringer interface {
	String() string
}

// GoStringer gives its own text for %#v.
type GoStringer interface {
	GoString() string
}

// Flags, as engine/std/fmt.h numbers them.
const (
	flagWidth     = 1
	flagPrecision = 2
	flagMinus     = 4
	flagPlus      = 8
	flagSharp     = 16
	flagSpace     = 32
	flagZero      = 64
	flagPlusV     = 128
	flagSharpV    = 256
)

// Modes of formatValue.
const (
	modeErroring   = 1
	modeUnexported = 2
	modeOperand    = 4
)

// A bit of methodsOf: v is a reflect.Value.
const methodsReflected = 16

// Kinds, as package reflect numbers them.
const (
	kindArray     = 17
	kindInterface = 20
	kindMap       = 21
	kindPointer   = 22
	kindSlice     = 23
	kindStruct    = 25
)

func fastPrintf(fd int, format string, a []any) int
func fastPrint(fd int, line bool, a []any) int
func fastSprintf(format string, a []any) (text string, ok bool)
func fastSprint(line bool, a []any) (text string, ok bool)
func step(buf []byte, format string, pos, argNum int, a []any) (out []byte, newPos, newArg, which int, spec uint64, wid, prec int)
func stepPrint(buf []byte, line bool, i int, a []any) (out []byte, next int)
func formatValue(buf []byte, v, arg any, spec uint64, wid, prec, depth, mode int) (out []byte, ok bool)
func formatString(buf []byte, text string, spec uint64, wid, prec int) (out []byte, ok bool)
func kindOf(v any) int
func typeText(v any) string
func methodsOf(v any) int
func reflected(v any) (inner any, ok bool)
func length(v any) int
func element(v any, i int) (e any, iface string)
func field(v any, i int) (e any, iface, name string, exported bool)
func target(v any) (e any)
func entries(v any) (list []any, keyIface, valueIface string)

// printer is one call of a print function that meets methods.
type printer struct {
	buf       []byte
	arg       any
	flags     uint32
	wid, prec int
	erroring  bool
	panicking bool
	wrapErrs  bool
	wrapped   []int
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool)      { return p.wid, p.flags&flagWidth != 0 }
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.flags&flagPrecision != 0 }

func (p *printer) Flag(b int) bool {
	switch b {
	case '-':
		return p.flags&flagMinus != 0
	case '+':
		return p.flags&(flagPlus|flagPlusV) != 0
	case '#':
		return p.flags&(flagSharp|flagSharpV) != 0
	case ' ':
		return p.flags&flagSpace != 0
	case '0':
		return p.flags&flagZero != 0 && p.flags&flagMinus == 0
	}
	return false
}

func (p *printer) spec(verb rune) uint64 { return uint64(p.flags)<<32 | uint64(uint32(verb)) }

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

func (p *printer) printf(format string, a []any) {
	pos, argNum := 0, 0
	for {
		var which int
		var spec uint64
		p.buf, pos, argNum, which, spec, p.wid, p.prec = step(p.buf, format, pos, argNum, a)
		if which < 0 {
			return
		}
		p.flags = uint32(spec >> 32)
		verb := rune(uint32(spec))
		if verb == 'w' {
			p.wrapped = append(p.wrapped, which)
		}
		p.printArg(a[which], verb)
	}
}

func (p *printer) print(line bool, a []any) {
	for i := 0; ; i++ {
		p.buf, i = stepPrint(p.buf, line, i, a)
		if i >= len(a) {
			return
		}
		p.flags = 0
		p.printArg(a[i], 'v')
	}
}

// native formats v if nothing in it needs a method.
func (p *printer) native(v any, verb rune, depth, mode int) bool {
	if p.erroring {
		mode |= modeErroring
	}
	var ok bool
	p.buf, ok = formatValue(p.buf, v, p.arg, p.spec(verb), p.wid, p.prec, depth, mode)
	return ok
}

func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	if arg == nil || verb == 'T' || verb == 'p' {
		p.native(arg, verb, 0, modeOperand)
		return
	}
	if methodsOf(arg)&methodsReflected != 0 {
		arg, _ = reflected(arg)
		p.printArg(arg, verb)
		return
	}
	if !p.handleMethods(verb) {
		p.printValue(arg, verb, 0)
	}
}

func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.str("%!")
	p.buf = append(p.buf, string(verb)...)
	if p.arg == nil {
		p.str("(<nil>)")
	} else {
		p.str("(")
		p.str(typeText(p.arg))
		p.str("=")
		p.native(p.arg, 'v', 0, modeOperand)
		p.str(")")
	}
	p.erroring = false
}

func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if kindOf(arg) == kindPointer && length(arg) < 0 {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	flags := p.flags
	p.flags = 0
	p.str("%!")
	p.buf = append(p.buf, string(verb)...)
	p.str("(PANIC=")
	p.str(method)
	p.str(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.str(")")
	p.flags = flags
}

// fmtString formats what a method gave.
func (p *printer) fmtString(s string, verb rune) {
	var ok bool
	p.buf, ok = formatString(p.buf, s, p.spec(verb), p.wid, p.prec)
	if !ok {
		p.badVerb(verb)
	}
}

func (p *printer) handleMethods(verb rune) bool {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if methodsOf(p.arg) == 0 {
		return false
	}
	if f, ok := p.arg.(Formatter); ok {
		p.callFormat(f, verb)
		return true
	}
	if p.flags&flagSharpV != 0 {
		if s, ok := p.arg.(GoStringer); ok {
			p.callGoString(s, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			p.callError(v, verb)
			return true
		case Stringer:
			p.callString(v, verb)
			return true
		}
	}
	return false
}

func (p *printer) callFormat(f Formatter, verb rune) {
	defer p.catchPanic(f, verb, "Format")
	f.Format(p, verb)
}

func (p *printer) callGoString(s GoStringer, verb rune) {
	defer p.catchPanic(s, verb, "GoString")
	p.fmtString(s.GoString(), 's')
}

func (p *printer) callError(e error, verb rune) {
	defer p.catchPanic(e, verb, "Error")
	p.fmtString(e.Error(), verb)
}

func (p *printer) callString(s Stringer, verb rune) {
	defer p.catchPanic(s, verb, "String")
	p.fmtString(s.String(), verb)
}

// printValue formats v, whose own methods have been looked at if depth is 0.
func (p *printer) printValue(v any, verb rune, depth int) {
	if depth > 0 {
		p.arg = v
		if p.handleMethods(verb) {
			return
		}
	}
	if verb == 'w' {
		verb = 'v'
	}
	if p.native(v, verb, depth, 0) {
		return
	}
	sharp := p.flags&flagSharpV != 0
	space, end := " ", "}"
	if sharp {
		space = ", "
	}
	switch kindOf(v) {
	case kindStruct:
		p.open(v, sharp, "{", "{")
		for i, n := 0, length(v); i < n; i++ {
			if i > 0 {
				p.str(space)
			}
			p.printField(v, i, verb, depth)
		}
	case kindArray, kindSlice:
		p.open(v, sharp, "[", "{")
		for i, n := 0, length(v); i < n; i++ {
			if i > 0 {
				p.str(space)
			}
			e, iface := element(v, i)
			p.printElement(e, iface, verb, depth)
		}
		if !sharp {
			end = "]"
		}
	case kindMap:
		p.open(v, sharp, "map[", "{")
		list, keyIface, valueIface := entries(v)
		for i := 0; i < len(list); i += 2 {
			if i > 0 {
				p.str(space)
			}
			p.printElement(list[i], keyIface, verb, depth)
			p.str(":")
			p.printElement(list[i+1], valueIface, verb, depth)
		}
		if !sharp {
			end = "]"
		}
	case kindPointer:
		p.str("&")
		p.printValue(target(v), verb, depth+1)
		return
	default:
		p.native(v, verb, depth, modeErroring)
		return
	}
	p.str(end)
}

func (p *printer) open(v any, sharp bool, plain, goSyntax string) {
	if sharp {
		p.str(typeText(v))
		p.str(goSyntax)
	} else {
		p.str(plain)
	}
}

func (p *printer) printField(v any, i int, verb rune, depth int) {
	e, iface, name, exported := field(v, i)
	if p.flags&(flagPlusV|flagSharpV) != 0 && name != "" {
		p.str(name)
		p.str(":")
	}
	if exported {
		p.printElement(e, iface, verb, depth)
	} else if e == nil && iface != "" {
		p.printNil(iface)
	} else {
		p.native(e, verb, depth+1, modeUnexported)
	}
}

// printElement formats a part of a value; iface is the part's type if that is an interface type.
func (p *printer) printElement(e any, iface string, verb rune, depth int) {
	if e == nil && iface != "" {
		p.printNil(iface)
		return
	}
	p.printValue(e, verb, depth+1)
}

func (p *printer) printNil(iface string) {
	if p.flags&flagSharpV != 0 {
		p.str(iface)
		p.str("(nil)")
	} else {
		p.str("<nil>")
	}
}

// ---- the print functions ----

// Fprintf formats to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	if f, ok := w.(*os.File); ok {
		if fd := f.Stream(); fd > 0 {
			if n := fastPrintf(fd, format, a); n >= 0 {
				return n, nil
			}
		}
	}
	var p printer
	p.printf(format, a)
	return w.Write(p.buf)
}

// Printf formats to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf formats to a string.
func Sprintf(format string, a ...any) string {
	if s, ok := fastSprintf(format, a); ok {
		return s
	}
	var p printer
	p.printf(format, a)
	return string(p.buf)
}

// Appendf formats behind b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := printer{buf: b}
	p.printf(format, a)
	return p.buf
}

func fprint(w io.Writer, line bool, a []any) (n int, err error) {
	if f, ok := w.(*os.File); ok {
		if fd := f.Stream(); fd > 0 {
			if n := fastPrint(fd, line, a); n >= 0 {
				return n, nil
			}
		}
	}
	var p printer
	p.print(line, a)
	return w.Write(p.buf)
}

func sprint(line bool, a []any) string {
	if s, ok := fastSprint(line, a); ok {
		return s
	}
	var p printer
	p.print(line, a)
	return string(p.buf)
}

// Fprint writes the operands to w, with spaces between those of which neither is a string.
func Fprint(w io.Writer, a ...any) (n int, err error) { return fprint(w, false, a) }

// Print writes the operands to standard output.
func Print(a ...any) (n int, err error) { return fprint(os.Stdout, false, a) }

// Sprint gives the operands as a string.
func Sprint(a ...any) string { return sprint(false, a) }

// Append writes the operands behind b.
func Append(b []byte, a ...any) []byte {
	p := printer{buf: b}
	p.print(false, a)
	return p.buf
}

// Fprintln writes the operands to w with spaces between them and a newline.
func Fprintln(w io.Writer, a ...any) (n int, err error) { return fprint(w, true, a) }

// Println writes the operands to standard output with spaces between them and a newline.
func Println(a ...any) (n int, err error) { return fprint(os.Stdout, true, a) }

// Sprintln gives the operands with spaces between them and a newline.
func Sprintln(a ...any) string { return sprint(true, a) }

// Appendln writes the operands behind b with spaces between them and a newline.
func Appendln(b []byte, a ...any) []byte {
	p := printer{buf: b}
	p.print(true, a)
	return p.buf
}

// FormatString gives the directive that led to the call of a Formatter.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = Append(b, w)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = Append(b, p)
	}
	return string(append(b, string(verb)...))
}

// ---- errors ----

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf makes an error of the formatted text, which wraps the operands of %w.
func Errorf(format string, a ...any) error {
	if s, ok := fastSprintf(format, a); ok {
		return errors.New(s)
	}
	p := printer{wrapErrs: true}
	p.printf(format, a)
	s := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrapped[0]].(error)
		return w
	}
	var errs []error
	for i := range a {
		for _, n := range p.wrapped {
			if n == i {
				if e, ok := a[i].(error); ok {
					errs = append(errs, e)
				}
				break
			}
		}
	}
	return &wrapErrors{s, errs}
}
