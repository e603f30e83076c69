// SPDX-License-Identifier: MIT

// Package hex writes bytes as hexadecimal digits.
package hex

import (
	"errors"
	"fmt"
	"io"
)

const digits = "0123456789abcdef"

// ErrLength says that the count of digits is odd.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen is the length of n bytes encoded.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen is the length of x digits decoded.
func DecodedLen(x int) int { return x / 2 }

// Encode encodes src into dst.
func Encode(dst, src []byte) int {
	for i, v := range src {
		dst[2*i] = digits[v>>4]
		dst[2*i+1] = digits[v&15]
	}
	return len(src) * 2
}

// AppendEncode encodes src behind dst.
func AppendEncode(dst, src []byte) []byte { return append(dst, EncodeToString(src)...) }

// EncodeToString encodes src.
func EncodeToString(src []byte) string {
	dst := make([]byte, 2*len(src))
	Encode(dst, src)
	return string(dst)
}

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// Decode decodes src into dst.
func Decode(dst, src []byte) (int, error) {
	i := 0
	for ; 2*i+1 < len(src); i++ {
		hi, ok := value(src[2*i])
		if !ok {
			return i, InvalidByteError(src[2*i])
		}
		lo, ok := value(src[2*i+1])
		if !ok {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = hi<<4 | lo
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return i, InvalidByteError(src[len(src)-1])
		}
		return i, ErrLength
	}
	return i, nil
}

// DecodeString decodes s.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Dump gives the bytes as hexdump -C does.
func Dump(data []byte) string {
	var out []byte
	for i := 0; i < len(data); i += 16 {
		out = append(out, fmt.Sprintf("%08x ", i)...)
		for j := 0; j < 16; j++ {
			if i+j < len(data) {
				out = append(out, fmt.Sprintf(" %02x", data[i+j])...)
			} else {
				out = append(out, "   "...)
			}
			if j == 7 {
				out = append(out, ' ')
			}
		}
		out = append(out, "  |"...)
		for j := i; j < i+16 && j < len(data); j++ {
			c := data[j]
			if c < 32 || c > 126 {
				c = '.'
			}
			out = append(out, c)
		}
		out = append(out, "|\n"...)
	}
	return string(out)
}

type encoder struct {
	w io.Writer
}

func (e encoder) Write(p []byte) (int, error) {
	if _, err := e.w.Write([]byte(EncodeToString(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// NewEncoder encodes what is written.
func NewEncoder(w io.Writer) io.Writer { return encoder{w} }
