// Readers that wrap readers, and copying through a small buffer.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type rot13 struct{ r io.Reader }

func (x rot13) Read(p []byte) (int, error) {
	n, err := x.r.Read(p)
	for i, b := range p[:n] {
		switch {
		case 'a' <= b|32 && b|32 <= 'm':
			p[i] += 13
		case 'n' <= b|32 && b|32 <= 'z':
			p[i] -= 13
		}
	}
	return n, err
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return len(p) + f.after, errors.New("full")
	}
	return len(p), nil
}

func main() {
	io.Copy(os.Stdout, rot13{strings.NewReader("Lbh penpxrq gur pbqr!\n")})
	b, _ := io.ReadAll(io.LimitReader(endless('A'), 10))
	fmt.Println(string(b))
	var sb strings.Builder
	n, err := io.CopyBuffer(struct{ io.Writer }{io.MultiWriter(&sb, &failing{7})}, io.LimitReader(rot13{endless('x')}, 100), make([]byte, 3))
	fmt.Println(n, err, sb.String())
	r := io.TeeReader(io.MultiReader(strings.NewReader("one "), rot13{strings.NewReader("gjb")}), os.Stdout)
	got := make([]byte, 6)
	_, err = io.ReadFull(r, got)
	fmt.Println("|", string(got), err)
	_, err = io.ReadFull(r, got)
	fmt.Println("|", err, err == io.ErrUnexpectedEOF)
}

// Output:
// You cracked the code!
// AAAAAAAAAA
// 7 full kkkkkkkkk
// one tw| one tw <nil>
// o| unexpected EOF true
