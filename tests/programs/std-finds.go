// SPDX-License-Identifier: MIT

// What running Go's own tests of its library has found.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand"
	"reflect"
	"regexp"
	"strings"
	"testing/quick"
)

type generated struct{ x int }

func (generated) Generate(r *rand.Rand, size int) reflect.Value { return reflect.ValueOf(generated{5}) }

type embedded struct{ A, b int }

type outer struct {
	embedded
	C string `json:",string"`
}

// slow gives one byte at a time.
type slow struct{ s string }

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p[:1], r.s)
	r.s = r.s[n:]
	return n, nil
}

func regexps() {
	fmt.Printf("%q %q\n", regexp.MustCompile("a+").ReplaceAllString("aaa", ""), regexp.MustCompile("a+").ReplaceAll([]byte("aaa"), nil))
	fmt.Printf("%q\n", regexp.MustCompile("b").ReplaceAllString("aaa", ""))
	fmt.Println(regexp.MustCompile(`\!\_[\_\-]`).MatchString("!__"))
	fmt.Println(regexp.MustCompile("(?P<x>hi)|(?P<y>bye)").ReplaceAllString("bye", "$y${x}$y$xyz."))
}

func jsons() {
	d := json.NewDecoder(&slow{`{"a": [1, 2.5, "x"]} null true 12 34`})
	for {
		var v any
		err := d.Decode(&v)
		fmt.Println(v, err)
		if err != nil {
			break
		}
	}
	var o outer
	fmt.Println(json.Unmarshal([]byte(`{"A": 5, "C": "\"x\""}`), &o), o)
	fmt.Println(json.Unmarshal([]byte(`{"C": "\""}`), &o))
	fmt.Println(json.Unmarshal([]byte(strings.Repeat("[", 10001)+strings.Repeat("]", 10001)), new(any)))
}

func reflection() {
	fmt.Println(quick.Check(func(list []generated) bool {
		for _, g := range list {
			if g.x != 5 {
				return false
			}
		}
		return true
	}, nil))
	v := reflect.ValueOf(&outer{}).Elem()
	fmt.Println(v.Field(0).CanSet(), v.Field(0).Field(0).CanSet(), v.Field(0).Field(1).CanSet(), v.FieldByName("A").CanSet())
	fmt.Printf("%T %T\n", make(chan<- (<-chan int)), make(chan (<-chan int)))
	var e error
	fmt.Println(reflect.ValueOf(&e).Elem())
}

// both can take a string, and read from another.
type both struct{ log []string }

func (b *both) Write(p []byte) (int, error) {
	b.log = append(b.log, "write "+string(p))
	return len(p), nil
}

func (b *both) WriteString(s string) (int, error) {
	b.log = append(b.log, "string "+s)
	return len(s), nil
}

func (b *both) ReadFrom(r io.Reader) (int64, error) {
	all, err := io.ReadAll(r)
	b.log = append(b.log, "from "+string(all))
	return int64(len(all)), err
}

func buffers() {
	var b both
	w := bufio.NewWriterSize(&b, 16)
	w.WriteString("short")
	w.WriteString("a string that is longer than the buffer")
	w.Flush()
	w.ReadFrom(strings.NewReader("read"))
	w.WriteString("x")
	w.ReadFrom(strings.NewReader("more than the buffer has room for"))
	w.Flush()
	fmt.Printf("%q\n", b.log)
}

func signs() {
	negative := math.Copysign(0, -1)
	l, sign := math.Lgamma(math.Inf(-1))
	fmt.Println(math.J1(math.Inf(-1)), math.Jn(-3, 0), math.Jn(-3, math.Inf(1)), l, sign, math.Nextafter(0, negative), math.Nextafter(negative, 0),
		math.Nextafter32(float32(negative), 0))
}

func main() {
	buffers()
	signs()
	regexps()
	jsons()
	reflection()
}

// Output:
// ["write shorta string th" "string at is longer than the buffer" "from read" "write xmore than the b" "from uffer has room for"]
// 0 0 0 -Inf 1 0 -0 -0
// "" ""
// "aaa"
// true
// byebye.
// map[a:[1 2.5 x]] <nil>
// <nil> <nil>
// true <nil>
// 12 <nil>
// 34 <nil>
// <nil> EOF
// <nil> {{5 0} x}
// json: invalid use of ,string struct tag, trying to unmarshal "\"" into string
// invalid character '[' exceeded max depth
// <nil>
// false true false true
// chan<- <-chan int chan (<-chan int)
// <nil>
