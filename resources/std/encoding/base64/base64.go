// SPDX-License-Identifier: MIT

// Package base64 writes bytes in base 64 (RFC 4648).
package base64

import (
	"io"
	"strconv"
)

// Padding characters.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// Encoding is an alphabet with padding.
type Encoding struct {
	alphabet string
	values   [256]uint8
	pad      rune
	strict   bool
}

// CorruptInputError is the place of a wrong byte.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// NewEncoding makes an encoding of 64 characters.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{alphabet: encoder, pad: StdPadding}
	for i := range e.values {
		e.values[i] = 0xFF
	}
	for i := 0; i < 64; i++ {
		e.values[encoder[i]] = uint8(i)
	}
	return e
}

// WithPadding gives the encoding with other padding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	enc.pad = padding
	return &enc
}

// Strict gives the encoding that wants trailing bits to be zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

const std = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// The usual encodings.
var (
	StdEncoding    = NewEncoding(std)
	URLEncoding    = NewEncoding(url)
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// EncodedLen is the length of n bytes encoded.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is the greatest length of n characters decoded.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// AppendEncode encodes src behind dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		var v uint32
		n := min(3, len(src))
		for i := 0; i < 3; i++ {
			v <<= 8
			if i < n {
				v |= uint32(src[i])
			}
		}
		src = src[n:]
		for i := 0; i < 4; i++ {
			if i <= n {
				dst = append(dst, enc.alphabet[v>>(18-6*i)&63])
			} else if enc.pad != NoPadding {
				dst = append(dst, byte(enc.pad))
			}
		}
	}
	return dst
}

// Encode encodes src into dst.
func (enc *Encoding) Encode(dst, src []byte) { copy(dst, enc.AppendEncode(nil, src)) }

// EncodeToString encodes src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// AppendDecode decodes src behind dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	var v uint32
	n := 0 // characters of this group
	skip := func(i int) int {
		for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
			i++
		}
		return i
	}
	i := 0
	for i = skip(i); i < len(src); i = skip(i) {
		c := src[i]
		if rune(c) == enc.pad {
			if n < 2 {
				return dst, CorruptInputError(i)
			}
			i = skip(i + 1)
			if n == 2 {
				if i >= len(src) {
					return dst, CorruptInputError(len(src))
				}
				if rune(src[i]) != enc.pad {
					return dst, CorruptInputError(i)
				}
				i = skip(i + 1)
			}
			dst, err := enc.rest(dst, v, n, i)
			if err == nil && i < len(src) {
				err = CorruptInputError(i)
			}
			return dst, err
		}
		x := enc.values[c]
		if x == 0xFF {
			return dst, CorruptInputError(i)
		}
		i++
		v = v<<6 | uint32(x)
		n++
		if n == 4 {
			dst = append(dst, byte(v>>16), byte(v>>8), byte(v))
			v, n = 0, 0
		}
	}
	if n == 0 {
		return dst, nil
	}
	if n == 1 || enc.pad != NoPadding {
		return dst, CorruptInputError(i - n)
	}
	return enc.rest(dst, v, n, i)
}

func (enc *Encoding) rest(dst []byte, v uint32, n, at int) ([]byte, error) {
	if n == 2 {
		if enc.strict && v&15 != 0 {
			return dst, CorruptInputError(at - 1)
		}
		return append(dst, byte(v>>4)), nil
	}
	if enc.strict && v&3 != 0 {
		return dst, CorruptInputError(at - 1)
	}
	return append(dst, byte(v>>10), byte(v>>2)), nil
}

// Decode decodes src into dst.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	b, err := enc.AppendDecode(nil, src)
	return copy(dst, b), err
}

// DecodeString decodes s.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode([]byte{}, []byte(s))
}

type encoder struct {
	enc *Encoding
	w   io.Writer
	buf []byte
}

// NewEncoder encodes what is written; Close writes the rest.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (int, error) {
	e.buf = append(e.buf, p...)
	n := len(e.buf) / 3 * 3
	if _, err := e.w.Write(e.enc.AppendEncode(nil, e.buf[:n])); err != nil {
		return 0, err
	}
	e.buf = append([]byte(nil), e.buf[n:]...)
	return len(p), nil
}

func (e *encoder) Close() error {
	_, err := e.w.Write(e.enc.AppendEncode(nil, e.buf))
	e.buf = nil
	return err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	data []byte
	err  error
	read bool
}

// NewDecoder decodes what is read.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (int, error) {
	if !d.read {
		d.read = true
		var all []byte
		all, d.err = io.ReadAll(d.r)
		if d.err == nil {
			d.data, d.err = d.enc.AppendDecode(nil, all)
		}
	}
	if len(d.data) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		return 0, io.EOF
	}
	n := copy(p, d.data)
	d.data = d.data[n:]
	return n, nil
}
