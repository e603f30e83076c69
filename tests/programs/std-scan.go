package main

import (
	"bufio"
	"fmt"
	"strings"
)

type hexv int

func (h *hexv) Scan(st fmt.ScanState, verb rune) error {
	tok, err := st.Token(true, func(r rune) bool { return r >= 'a' && r <= 'f' })
	*h = hexv(len(tok))
	return err
}

type MyInt int8
type MyStr string

func main() {
	for _, in := range []string{"", "1", "1 2", "1 2 abc", "1\n2\nabc", "x 2 y", "1 2 abc 4", "  7   8   q  ", "99999999999999999999 1 a", "0x10 0b11 z", "1_000 2 _", "1 x", "+5 -6 é"} {
		var a, b int
		var s string
		n, err := fmt.Sscan(in, &a, &b, &s)
		fmt.Printf("%q: %d %v | %d %d %q\n", in, n, err, a, b, s)
		a, b, s = 0, 0, ""
		n, err = fmt.Sscanln(in, &a, &b, &s)
		fmt.Printf("%q: %d %v | %d %d %q\n", in, n, err, a, b, s)
		a, b, s = 0, 0, ""
		n, err = fmt.Sscanf(in, "%d %d %s", &a, &b, &s)
		fmt.Printf("%q: %d %v | %d %d %q\n", in, n, err, a, b, s)
	}
	var f float64
	var f32 float32
	var bl bool
	var u uint8
	var r rune
	var c complex128
	var by []byte
	var mi MyInt
	var ms MyStr
	var h hexv
	type tc struct {
		in, format string
		args       []interface{}
	}
	for _, t := range []tc{
		{"3.14 true 200", "%f %t %d", []interface{}{&f, &bl, &u}},
		{"1e3 false 300", "%g %t %d", []interface{}{&f, &bl, &u}},
		{"x5y", "x%dy", []interface{}{&u}},
		{"5%", "%d%%", []interface{}{&u}},
		{"abc", "%c%c", []interface{}{&r, &u}},
		{"(1+2i)", "%v", []interface{}{&c}},
		{"hello", "%s", []interface{}{&by}},
		{"12345", "%2d%3d", []interface{}{&u, &mi}},
		{"12045", "%2d%3d", []interface{}{&u, &mi}},
		{"ff", "%x", []interface{}{&u}},
		{"fffe", "%x", []interface{}{&by}},
		{`"quo ted" rest`, "%q %s", []interface{}{&ms, &by}},
		{"abcxyz", "%v", []interface{}{&h}},
		{"7,8", "%d,%d", []interface{}{&u, &mi}},
		{"7;8", "%d,%d", []interface{}{&u, &mi}},
		{"7 8", "%d", []interface{}{&u, &mi}},
		{"7 8", "%d %d", []interface{}{&u}},
		{"a", "%d", []interface{}{&u}},
		{"5", "%s", []interface{}{&u}},
		{"5", "%d", []interface{}{u}},
		{"1.5", "%e", []interface{}{&f32}},
		{"nan", "%v", []interface{}{&f}},
		{"-inf", "%v", []interface{}{&f}},
		{"10:20:30", "%d:%d:%d", []interface{}{&u, &mi, &f}},
		{"k=v", "k=%s", []interface{}{&ms}},
		{"1\n2", "%d\n%d", []interface{}{&u, &mi}},
		{"1 2", "%d\n%d", []interface{}{&u, &mi}},
		{"", "%d", []interface{}{&u}},
		{"0b101 017", "%v %v", []interface{}{&u, &mi}},
	} {
		f, f32, bl, u, r, c, by, mi, ms, h = 0, 0, false, 0, 0, 0, nil, 0, "", 0
		n, err := fmt.Sscanf(t.in, t.format, t.args...)
		fmt.Printf("%q %q: %d %v | %v %v %v %v %v %v %q %v %q %v\n", t.in, t.format, n, err, f, f32, bl, u, r, c, by, mi, ms, h)
	}
	rd := bufio.NewReader(strings.NewReader("1 2 3\n4 5\nend"))
	for i := 0; i < 7; i++ {
		var x int
		n, err := fmt.Fscan(rd, &x)
		fmt.Println(n, err, x)
	}
	rd2 := strings.NewReader("10 20\n30\n40 50 60\n")
	for i := 0; i < 5; i++ {
		var x, y int
		n, err := fmt.Fscanln(rd2, &x, &y)
		fmt.Println(n, err, x, y)
	}
}

// Output:
// "": 0 EOF | 0 0 ""
// "": 0 EOF | 0 0 ""
// "": 0 EOF | 0 0 ""
// "1": 1 EOF | 1 0 ""
// "1": 1 EOF | 1 0 ""
// "1": 1 EOF | 1 0 ""
// "1 2": 2 EOF | 1 2 ""
// "1 2": 2 EOF | 1 2 ""
// "1 2": 2 EOF | 1 2 ""
// "1 2 abc": 3 <nil> | 1 2 "abc"
// "1 2 abc": 3 <nil> | 1 2 "abc"
// "1 2 abc": 3 <nil> | 1 2 "abc"
// "1\n2\nabc": 3 <nil> | 1 2 "abc"
// "1\n2\nabc": 1 unexpected newline | 1 0 ""
// "1\n2\nabc": 1 newline in input does not match format | 1 0 ""
// "x 2 y": 0 expected integer | 0 0 ""
// "x 2 y": 0 expected integer | 0 0 ""
// "x 2 y": 0 expected integer | 0 0 ""
// "1 2 abc 4": 3 <nil> | 1 2 "abc"
// "1 2 abc 4": 3 expected newline | 1 2 "abc"
// "1 2 abc 4": 3 <nil> | 1 2 "abc"
// "  7   8   q  ": 3 <nil> | 7 8 "q"
// "  7   8   q  ": 3 <nil> | 7 8 "q"
// "  7   8   q  ": 3 <nil> | 7 8 "q"
// "99999999999999999999 1 a": 0 strconv.ParseInt: parsing "99999999999999999999": value out of range | 0 0 ""
// "99999999999999999999 1 a": 0 strconv.ParseInt: parsing "99999999999999999999": value out of range | 0 0 ""
// "99999999999999999999 1 a": 0 strconv.ParseInt: parsing "99999999999999999999": value out of range | 0 0 ""
// "0x10 0b11 z": 3 <nil> | 16 3 "z"
// "0x10 0b11 z": 3 <nil> | 16 3 "z"
// "0x10 0b11 z": 1 expected space in input to match format | 0 0 ""
// "1_000 2 _": 3 <nil> | 1000 2 "_"
// "1_000 2 _": 3 <nil> | 1000 2 "_"
// "1_000 2 _": 1 expected space in input to match format | 1 0 ""
// "1 x": 1 expected integer | 1 0 ""
// "1 x": 1 expected integer | 1 0 ""
// "1 x": 1 expected integer | 1 0 ""
// "+5 -6 é": 3 <nil> | 5 -6 "é"
// "+5 -6 é": 3 <nil> | 5 -6 "é"
// "+5 -6 é": 3 <nil> | 5 -6 "é"
// "3.14 true 200" "%f %t %d": 3 <nil> | 3.14 0 true 200 0 (0+0i) "" 0 "" 0
// "1e3 false 300" "%g %t %d": 2 unsigned integer overflow on token 300 | 1000 0 false 0 0 (0+0i) "" 0 "" 0
// "x5y" "x%dy": 1 <nil> | 0 0 false 5 0 (0+0i) "" 0 "" 0
// "5%" "%d%%": 1 <nil> | 0 0 false 5 0 (0+0i) "" 0 "" 0
// "abc" "%c%c": 2 <nil> | 0 0 false 98 97 (0+0i) "" 0 "" 0
// "(1+2i)" "%v": 1 <nil> | 0 0 false 0 0 (1+2i) "" 0 "" 0
// "hello" "%s": 1 <nil> | 0 0 false 0 0 (0+0i) "hello" 0 "" 0
// "12345" "%2d%3d": 1 integer overflow on token 345 | 0 0 false 12 0 (0+0i) "" 0 "" 0
// "12045" "%2d%3d": 2 <nil> | 0 0 false 12 0 (0+0i) "" 45 "" 0
// "ff" "%x": 1 <nil> | 0 0 false 255 0 (0+0i) "" 0 "" 0
// "fffe" "%x": 1 <nil> | 0 0 false 0 0 (0+0i) "\xff\xfe" 0 "" 0
// "\"quo ted\" rest" "%q %s": 2 <nil> | 0 0 false 0 0 (0+0i) "rest" 0 "quo ted" 0
// "abcxyz" "%v": 1 <nil> | 0 0 false 0 0 (0+0i) "" 0 "" 3
// "7,8" "%d,%d": 2 <nil> | 0 0 false 7 0 (0+0i) "" 8 "" 0
// "7;8" "%d,%d": 1 input does not match format | 0 0 false 7 0 (0+0i) "" 0 "" 0
// "7 8" "%d": 1 too many operands | 0 0 false 7 0 (0+0i) "" 0 "" 0
// "7 8" "%d %d": 1 too few operands for format '%d' | 0 0 false 7 0 (0+0i) "" 0 "" 0
// "a" "%d": 0 expected integer | 0 0 false 0 0 (0+0i) "" 0 "" 0
// "5" "%s": 0 bad verb '%s' for integer | 0 0 false 0 0 (0+0i) "" 0 "" 0
// "5" "%d": 0 type not a pointer: uint8 | 0 0 false 0 0 (0+0i) "" 0 "" 0
// "1.5" "%e": 1 <nil> | 0 1.5 false 0 0 (0+0i) "" 0 "" 0
// "nan" "%v": 1 <nil> | NaN 0 false 0 0 (0+0i) "" 0 "" 0
// "-inf" "%v": 1 <nil> | -Inf 0 false 0 0 (0+0i) "" 0 "" 0
// "10:20:30" "%d:%d:%d": 2 bad verb '%d' for float64 | 0 0 false 10 0 (0+0i) "" 20 "" 0
// "k=v" "k=%s": 1 <nil> | 0 0 false 0 0 (0+0i) "" 0 "v" 0
// "1\n2" "%d\n%d": 2 <nil> | 0 0 false 1 0 (0+0i) "" 2 "" 0
// "1 2" "%d\n%d": 1 newline in format does not match input | 0 0 false 1 0 (0+0i) "" 0 "" 0
// "" "%d": 0 EOF | 0 0 false 0 0 (0+0i) "" 0 "" 0
// "0b101 017" "%v %v": 2 <nil> | 0 0 false 5 0 (0+0i) "" 15 "" 0
// 1 <nil> 1
// 1 <nil> 2
// 1 <nil> 3
// 1 <nil> 4
// 1 <nil> 5
// 0 expected integer 0
// 0 expected integer 0
// 2 <nil> 10 20
// 1 unexpected newline 30 0
// 2 expected newline 40 50
// 1 unexpected newline 0 0
// 0 EOF 0 0
