package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	n := 0
	for sc.Scan() {
		n++
		fmt.Printf("%d %q %d\n", n, sc.Text(), len(strings.Fields(sc.Text())))
	}
	fmt.Println(sc.Err(), sc.Scan())
	ws := bufio.NewScanner(strings.NewReader("the quick  brown\nfox\t"))
	ws.Split(bufio.ScanWords)
	for ws.Scan() {
		fmt.Print(ws.Text(), "|")
	}
	fmt.Println()
	rs := bufio.NewScanner(strings.NewReader("aé世"))
	rs.Split(bufio.ScanRunes)
	for rs.Scan() {
		fmt.Print(rs.Text(), "|")
	}
	fmt.Println()
	bs := bufio.NewScanner(strings.NewReader("xyz"))
	bs.Split(bufio.ScanBytes)
	for bs.Scan() {
		fmt.Print(bs.Bytes(), "|")
	}
	fmt.Println()
	cs := bufio.NewScanner(strings.NewReader("a,b,,c"))
	cs.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		for i, c := range data {
			if c == ',' {
				return i + 1, data[:i], nil
			}
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for cs.Scan() {
		fmt.Printf("%q ", cs.Text())
	}
	fmt.Println(cs.Err())
	long := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	long.Buffer(make([]byte, 10), 20)
	fmt.Println(long.Scan(), long.Err())
	r := bufio.NewReader(strings.NewReader("line one\nline two\r\nno newline"))
	for {
		s, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", s, err)
		if err != nil {
			break
		}
	}
	r = bufio.NewReader(strings.NewReader("ab\ncd"))
	p, _ := r.Peek(2)
	fmt.Println(string(p), r.Buffered() > 0)
	b, _ := r.ReadByte()
	r.UnreadByte()
	c, sz, _ := r.ReadRune()
	fmt.Println(b, c, sz)
	l, isP, err := r.ReadLine()
	fmt.Println(string(l), isP, err)
	rest, err := io.ReadAll(r)
	fmt.Println(string(rest), err)
	crlf := bufio.NewScanner(strings.NewReader("a\r\nb\n\nc"))
	for crlf.Scan() {
		fmt.Printf("%q ", crlf.Text())
	}
	fmt.Println()
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d\n", 1)
	w.WriteString("string")
	w.WriteByte(' ')
	w.WriteRune('世')
	fmt.Fprintln(w, w.Buffered(), w.Size() > 0)
}

// Input: first line
// Input: second
// Input:  padded words here
// Input:
// Input: last
// Output:
// 1 "first line" 2
// 2 "second" 1
// 3 " padded words here" 3
// 4 "" 0
// 5 "last" 1
// <nil> false
// the|quick|brown|fox|
// a|é|世|
// [120]|[121]|[122]|
// "a" "b" "" "c" <nil>
// false bufio.Scanner: token too long
// "line one\n" <nil>
// "line two\r\n" <nil>
// "no newline" EOF
// ab true
// 97 97 1
// b false <nil>
// cd <nil>
// "a" "b" "" "c"
// buffered 1
// string 世21 true
