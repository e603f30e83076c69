package main

import (
	"bytes"
	"fmt"
	"io"
)

func main() {
	b := []byte("hello world")
	fmt.Println(bytes.Contains(b, []byte("wor")), bytes.Index(b, []byte("o")), bytes.IndexByte(b, 'z'), bytes.Equal(b, []byte("hello world")), bytes.Compare([]byte("a"), []byte("b")), bytes.Equal(nil, []byte{}))
	fmt.Printf("%s %s %q %s\n", bytes.ToUpper(b), bytes.Title(b), bytes.Split(b, []byte(" ")), bytes.Replace(b, []byte("l"), []byte("L"), 2))
	fmt.Printf("%q %q %s\n", bytes.Fields([]byte(" a b ")), bytes.TrimSpace([]byte(" x ")), bytes.Repeat([]byte("ab"), 2))
	fmt.Printf("%s %v %v\n", bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")), bytes.HasPrefix(b, []byte("he")), bytes.HasSuffix(b, []byte("x")))
	var buf bytes.Buffer
	buf.WriteString("abc")
	buf.Write([]byte("def"))
	buf.WriteByte('g')
	buf.WriteRune('é')
	fmt.Fprintf(&buf, "-%d", 5)
	fmt.Println(buf.String(), buf.Len())
	p := make([]byte, 4)
	n, err := buf.Read(p)
	fmt.Println(n, err, string(p), buf.String())
	c, _ := buf.ReadByte()
	r, sz, _ := buf.ReadRune()
	fmt.Println(c, string(r), sz)
	line, err := buf.ReadString('-')
	fmt.Println(line, err)
	rest, err := buf.ReadString('-')
	fmt.Println(rest, err == io.EOF)
	_, err = buf.Read(p)
	fmt.Println(err)
	buf.WriteString("xyz")
	buf.Truncate(1)
	fmt.Println(buf.String(), string(buf.Next(5)), buf.Len())
	nb := bytes.NewBufferString("line1\nline2")
	l, _ := nb.ReadBytes('\n')
	fmt.Printf("%q %q\n", l, nb.Bytes())
	nb.Reset()
	fmt.Println(nb.Len(), bytes.NewBuffer(nil).String() == "")
	var np *bytes.Buffer
	fmt.Println(np.String())
	rd := bytes.NewReader([]byte("reader"))
	all, _ := io.ReadAll(rd)
	fmt.Println(string(all))
	x, y, ok := bytes.Cut([]byte("k:v"), []byte(":"))
	fmt.Println(string(x), string(y), ok)
	fmt.Println(bytes.Count([]byte("cheese"), []byte("e")), string(bytes.Map(func(r rune) rune { return r + 1 }, []byte("HAL"))), string(bytes.Trim([]byte("--x--"), "-")))
}

// Output:
// true 4 -1 true -1 true
// HELLO WORLD Hello World ["hello" "world"] heLLo world
// ["a" "b"] "x" abab
// x-y true false
// abcdefgé-5 11
// 4 <nil> abcd efgé-5
// 101 f 1
// gé- <nil>
// 5 true
// EOF
// x x 0
// "line1\n" "line2"
// 0 true
// <nil>
// reader
// k v true
// 3 IBM x
