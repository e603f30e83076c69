// Reading and writing comma-separated values, with what is wrong in them.
package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"hash/crc64"
	"html"
	"io"
	"os"
	"strings"
	"testing/iotest"
	"testing/quick"
)

func read(text string, set func(r *csv.Reader)) {
	r := csv.NewReader(strings.NewReader(text))
	if set != nil {
		set(r)
	}
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		fmt.Printf("%d %q %v", len(record), record, err)
		if err == nil {
			line, column := r.FieldPos(len(record) - 1)
			fmt.Print(" ", line, ":", column)
		}
		fmt.Println(" ", r.InputOffset())
		if err != nil && !errors.Is(err, csv.ErrFieldCount) {
			break
		}
	}
	fmt.Println("--")
}

func main() {
	read("a,b,c\n1,2,3\n", nil)
	read("a,\"b,\"\"x\"\"\",c\r\n\"multi\nline\",2,3", nil)
	read("a,b\n1,2,3\n", nil)
	read("a,b\n1,2,3\n", func(r *csv.Reader) { r.FieldsPerRecord = -1 })
	read("# comment\n\na;b\n", func(r *csv.Reader) { r.Comma = ';'; r.Comment = '#' })
	read("a,b\"c\n", nil)
	read("a,\"b\"c\n", nil)
	read("x\na,\"b\n", nil)
	read("a \"word\",\"1\"2\",a\",\"b", func(r *csv.Reader) { r.LazyQuotes = true })
	read("  a,  b\n", func(r *csv.Reader) { r.TrimLeadingSpace = true })
	read(",,\n\"\"\n", func(r *csv.Reader) { r.FieldsPerRecord = -1 })
	read("ä;ö\n", func(r *csv.Reader) { r.Comma = 'ö' })
	read("a,b\n", func(r *csv.Reader) { r.Comma = '\n' })
	all, err := csv.NewReader(strings.NewReader("1,2\n3,4\n")).ReadAll()
	fmt.Println(all, err)

	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"plain", "with,comma", "with \"quote\"", "", " space", "multi\nline", `\.`})
	w.WriteAll([][]string{{""}, {"a", "b"}, {"\ttab", "x y"}})
	w.Comma = '\t'
	w.UseCRLF = true
	w.Write([]string{"a", "b\nc", "d\te"})
	w.Flush()
	fmt.Println(w.Error())

	fmt.Printf("%x %x\n", crc64.Checksum([]byte("hello"), crc64.MakeTable(crc64.ISO)),
		crc64.Checksum([]byte("hello"), crc64.MakeTable(crc64.ECMA)))
	fmt.Println(html.EscapeString(`<a href="x">'&'</a>`), html.UnescapeString("&lt;&#39;&#x41;&amp;&euro;&nope;"))

	b, err := io.ReadAll(iotest.OneByteReader(strings.NewReader("one byte")))
	fmt.Println(string(b), err)
	b, err = io.ReadAll(iotest.TimeoutReader(iotest.HalfReader(strings.NewReader("half"))))
	fmt.Println(len(b), err)
	fmt.Println(iotest.TestReader(strings.NewReader("content"), []byte("content")))
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, nil))
	err = quick.Check(func(s string, m map[int8]bool) bool { return false }, nil)
	var failed *quick.CheckError
	fmt.Println(errors.As(err, &failed), failed.Count, len(failed.In))
}

// Output:
// 3 ["a" "b" "c"] <nil> 1:5  6
// 3 ["1" "2" "3"] <nil> 2:5  12
// --
// 3 ["a" "b,\"x\"" "c"] <nil> 1:13  15
// 3 ["multi\nline" "2" "3"] <nil> 3:9  31
// --
// 2 ["a" "b"] <nil> 1:3  4
// 3 ["1" "2" "3"] record on line 2: wrong number of fields  10
// --
// 2 ["a" "b"] <nil> 1:3  4
// 3 ["1" "2" "3"] <nil> 2:5  10
// --
// 2 ["a" "b"] <nil> 3:3  15
// --
// 1 ["a"] parse error on line 1, column 4: bare " in non-quoted-field  6
// --
// 1 ["a"] parse error on line 1, column 5: extraneous or missing " in quoted-field  7
// --
// 1 ["x"] <nil> 1:1  2
// 1 ["a"] parse error on line 2, column 6: extraneous or missing " in quoted-field  7
// --
// 4 ["a \"word\"" "1\"2" "a\"" "b"] <nil> 1:19  20
// --
// 2 ["a" "b"] <nil> 1:7  8
// --
// 3 ["" "" ""] <nil> 1:3  3
// 1 [""] <nil> 2:1  6
// --
// 2 ["ä;" ""] <nil> 1:6  6
// --
// 0 [] csv: invalid field or comment delimiter  0
// --
// [[1 2] [3 4]] <nil>
// plain,"with,comma","with ""quote""",," space","multi
// line","\."
//
// a,b
// "	tab",x y
// a	"b
// c"	"d	e"
// <nil>
// 3c3eeee2d8100000 9b1edae5dbb937b1
// &lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt; <'A&€&nope;
// one byte <nil>
// 4 timeout
// <nil>
// <nil>
// true 1 2
