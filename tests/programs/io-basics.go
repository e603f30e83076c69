package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type slow struct {
	s string
	n int
}

func (s *slow) Read(p []byte) (int, error) {
	if s.s == "" {
		return 0, io.EOF
	}
	n := copy(p[:1], s.s)
	s.s = s.s[n:]
	s.n++
	return n, nil
}

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (n int, err error) {
	n, err = r.r.Read(p)
	for i := range p[:n] {
		c := p[i]
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return
}

type count int

func (c *count) Write(p []byte) (int, error) { *c += count(len(p)); return len(p), nil }

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, errors.New("disk full") }

func main() {
	s := &slow{s: "slow reader"}
	b, err := io.ReadAll(s)
	fmt.Println(string(b), err, s.n)
	var c count
	n, err := io.Copy(&c, rot13{strings.NewReader("Uryyb")})
	fmt.Println(n, err, c)
	var buf bytes.Buffer
	io.Copy(&buf, rot13{strings.NewReader("Uryyb, Jbeyq")})
	fmt.Println(buf.String())
	_, err = io.Copy(failing{}, strings.NewReader("x"))
	fmt.Println(err)
	p := make([]byte, 4)
	k, err := io.ReadFull(strings.NewReader("abcdef"), p)
	fmt.Println(k, err, string(p))
	k, err = io.ReadFull(strings.NewReader("ab"), p)
	fmt.Println(k, err)
	k, err = io.ReadFull(strings.NewReader(""), p)
	fmt.Println(k, err)
	k, err = io.ReadAtLeast(strings.NewReader("abc"), p, 2)
	fmt.Println(k, err)
	lr := io.LimitReader(strings.NewReader("limited text"), 7)
	b, _ = io.ReadAll(lr)
	fmt.Println(string(b))
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"), &slow{s: "c"})
	b, _ = io.ReadAll(mr)
	fmt.Println(string(b))
	var b1, b2 bytes.Buffer
	w := io.MultiWriter(&b1, &b2)
	io.WriteString(w, "both")
	fmt.Println(b1.String(), b2.String())
	tr := io.TeeReader(strings.NewReader("tee"), &b1)
	io.ReadAll(tr)
	fmt.Println(b1.String())
	k2, err := io.WriteString(io.Discard, "gone")
	fmt.Println(k2, err)
	pr, pw := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(pw, "msg%d;", i)
		}
		pw.CloseWithError(errors.New("writer done"))
	}()
	b, err = io.ReadAll(pr)
	fmt.Println(string(b), err)
	n, err = io.CopyN(&b2, strings.NewReader("xyz"), 2)
	fmt.Println(n, err, b2.String())
	n, err = io.CopyN(&b2, strings.NewReader("x"), 2)
	fmt.Println(n, err)
	var rw io.ReadWriter = &bytes.Buffer{}
	fmt.Fprint(rw, "rw")
	b, _ = io.ReadAll(rw)
	fmt.Println(string(b))
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b), sr.Size())
	rc := io.NopCloser(strings.NewReader(""))
	fmt.Println(rc.Close())
}

// Output:
// slow reader <nil> 11
// 5 <nil> 5
// Hello, World
// disk full
// 4 <nil> abcd
// 2 unexpected EOF
// 0 EOF
// 3 <nil>
// limited
// abc
// both both
// bothtee
// 4 <nil>
// msg0;msg1;msg2; writer done
// 2 <nil> bothxy
// 1 EOF
// rw
// 23456 5
// <nil>
