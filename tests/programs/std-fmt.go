package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type W struct{ sb strings.Builder }

func (w *W) Write(p []byte) (int, error) { return w.sb.Write(p) }

type MyErr struct{ m string }

func (m MyErr) Error() string { return "my:" + m.m }

type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.L, t.V, t.R)
}

func main() {
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	fmt.Printf("%[3]*.[2]*[1]f|\n", 12.0, 2, 6)
	fmt.Printf("%[5]d %d\n", 1)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x", nil, MyErr{"e"}, []error{MyErr{"q"}})
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%!\n")
	fmt.Printf("%z %d%%\n", 5, 50)
	fmt.Printf("%")
	fmt.Println()
	fmt.Printf("%[x]d %[1]\n", 1)
	fmt.Printf("%[1]d %[3]d\n", 1, 2)
	fmt.Printf("%*d\n", "a", 1)
	fmt.Printf("%.*d\n", -1, 1)
	fmt.Printf("%-010d|\n", 5)
	fmt.Printf("%+-5d|% 5d|%x|%X\n", 5, 5, "hello", []byte("hi"))
	fmt.Print("a", 1, 2, "b", "c", 3.5, nil, nil, MyErr{"z"}, MyErr{"y"}, "\n")
	fmt.Println("a", MyErr{"x"}, 3, &Tree{&Tree{nil, nil, 1}, nil, 2})
	s := fmt.Sprint("x", 1, 2, MyErr{"q"}, 3)
	fmt.Println(s, len(s))
	e1 := errors.New("base")
	e2 := fmt.Errorf("ctx: %w", e1)
	e3 := fmt.Errorf("two: %w", MyErr{"m"})
	fmt.Println(e2, e3, errors.Is(e2, e1), errors.Unwrap(e2) == e1)
	var me MyErr
	fmt.Println(errors.As(e3, &me), me.m)
	fmt.Printf("%T %T %T\n", e1, e2, fmt.Errorf("none %d", 1))
	fmt.Printf("%v %v\n", fmt.Errorf("%w", nil), fmt.Errorf("%d %w", 5, "str"))
	w := &W{}
	fmt.Fprintf(w, "%s-%d", "k", 3)
	fmt.Fprintln(w, MyErr{"a"}, 2)
	fmt.Fprint(w, 1, 2)
	fmt.Println(w.sb.String())
	fmt.Fprintln(os.Stderr, "to stderr")
	fmt.Println(string(fmt.Appendf(nil, "%d", 5)), string(fmt.Append([]byte("x"), 1, MyErr{"e"})), string(fmt.Appendln(nil, "z")))
	var np *MyErr
	fmt.Printf("%v %s %d\n", np, np, np)
	var ni fmt.Stringer
	fmt.Println(ni)
	fmt.Printf("%v %+v\n", map[string]error{"a": MyErr{"1"}, "b": nil}, map[MyErr]*int{{"k"}: nil})
	fmt.Printf("%v\n", []fmt.Stringer{&Tree{nil, nil, 7}, nil})
	fmt.Printf("%#v\n", []fmt.Stringer{nil})
	fmt.Printf("%#v\n", []error{MyErr{"1"}})
	fmt.Printf("%s|%v|%d\n", []string{"a", "b"}, [3]int{1, 2, 3}, []interface{}{1, "x"})
	fmt.Printf("%6.2f|%-8s|%8s|%+d|%x\n", 3.14159, "ab", "cd", 7, 255)
	fmt.Printf("%t %v %c %U %q\n", true, false, 'A', 0x1F600, 'x')
	fmt.Printf("%08b %o %#x %#o\n", 5, 8, 255, 8)
	fmt.Printf("%e %g %G\n", 123456.789, 1e-10, 1e100)
	fmt.Printf("%3c|%-3c|%03d|%+.3e\n", 'x', 'y', 7, 12345.678)
	type pt struct {
		X, Y int
		s    *int
	}
	fmt.Printf("%v %+v\n", pt{1, 2, nil}, &pt{3, 4, nil})
	fmt.Printf("%v %v\n", struct{ E error }{MyErr{"in"}}, &struct{ e error }{MyErr{"in"}})
	fmt.Printf("%x %X %x\n", -255, "hi", 3.5)
	fmt.Printf("%s %s\n", error(nil), MyErr{"q"})
	fmt.Printf("%5t|%-7t|%q\n", true, false, []string{"a b", "c"})
	fmt.Printf("%10v|%-10v|%10v\n", MyErr{"r"}, MyErr{"l"}, []int{1, 2})
	fmt.Printf("%6.3v|%v\n", 3.14159, &[]string{"p"})
}

// Output:
// 2 1
//  12.00|
// %!d(BADINDEX) 1
// 1 %!d(MISSING)
// 1
// %!(EXTRA int=2, string=x, <nil>, main.MyErr=my:e, []error=[my:q])    1|2    |3.14
// %!!(MISSING)
// %!z(int=5) 50%
// %!(NOVERB)
// %!d(BADINDEX) %!
// (int=1)1 %!d(BADINDEX)
// %!(BADWIDTH)1
// %!(BADPREC)1
// 5         |
// +5   |    5|68656c6c6f|6869
// a1 2bc3.5 <nil> <nil> my:z my:y
// a my:x 3 ((() 1 ()) 2 ())
// x1 2 my:q 3 11
// ctx: base two: my:m true true
// true m
// *errors.errorString *fmt.wrapError *errors.errorString
// %!w(<nil>) 5 %!w(string=str)
// k-3my:a 2
// 1 2
// 5 x1 my:e z
//
// <nil> <nil> 0
// <nil>
// map[a:my:1 b:<nil>] map[my:k:<nil>]
// [(() 7 ()) <nil>]
// []fmt.Stringer{fmt.Stringer(nil)}
// []error{main.MyErr{m:"1"}}
// [a b]|[1 2 3]|[1 %!d(string=x)]
//   3.14|ab      |      cd|+7|ff
// true false A U+1F600 'x'
// 00000101 10 0xff 010
// 1.234568e+05 1e-10 1E+100
//   x|y  |007|+1.235e+04
// {1 2 <nil>} &{X:3 Y:4 s:<nil>}
// {my:in} &{{in}}
// -ff 6869 0x1.cp+01
// %!s(<nil>) my:q
//  true|false  |["a b" "c"]
//       my:r|my:l      |[         1          2]
//   3.14|&[p]
