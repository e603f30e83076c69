// SPDX-License-Identifier: MIT

package json

import (
	"bytes"
	"errors"
	"io"
)

// Encoder writes values to a Writer, one a line.
type Encoder struct {
	w              io.Writer
	err            error
	escapeHTML     bool
	prefix, indent string
}

// NewEncoder makes an Encoder.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w, escapeHTML: true} }

// Encode writes v.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	b, err := marshal(v, enc.escapeHTML)
	if err != nil {
		return err
	}
	if enc.prefix != "" || enc.indent != "" {
		if b, err = appendIndent(nil, b, enc.prefix, enc.indent); err != nil {
			return err
		}
	}
	if _, err = enc.w.Write(append(b, '\n')); err != nil {
		enc.err = err
	}
	return err
}

// SetIndent lets each element stand on a line of its own.
func (enc *Encoder) SetIndent(prefix, indent string) {
	enc.prefix = prefix
	enc.indent = indent
}

// SetEscapeHTML sets whether what HTML would take for its own is escaped.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.escapeHTML = on }

// Decoder reads values from a Reader.
type Decoder struct {
	r         io.Reader
	buf       []byte
	pos       int
	consumed  int64
	err       error
	useNumber bool
	strict    bool
	stack     []byte // of Token: [ in an array, { before a key, : before a value
	first     bool   // nothing has come yet in the innermost array or object
}

// NewDecoder makes a Decoder.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber lets numbers become Number in an any.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields lets keys without a field be errors.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// InputOffset is the place behind the last value.
func (dec *Decoder) InputOffset() int64 { return dec.consumed + int64(dec.pos) }

// Buffered gives what has been read and not used.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.pos:]) }

// fill reads more; false at the end.
func (dec *Decoder) fill() bool {
	if dec.err != nil {
		return false
	}
	if dec.pos > 0 {
		dec.consumed += int64(dec.pos)
		dec.buf = append([]byte(nil), dec.buf[dec.pos:]...)
		dec.pos = 0
	}
	chunk := make([]byte, 512+len(dec.buf))
	for {
		n, err := dec.r.Read(chunk)
		dec.buf = append(dec.buf, chunk[:n]...)
		dec.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
}

// peek gives the next byte that is no space.
func (dec *Decoder) peek() (byte, error) {
	for {
		dec.pos = skipSpace(dec.buf, dec.pos)
		if dec.pos < len(dec.buf) {
			return dec.buf[dec.pos], nil
		}
		if !dec.fill() {
			return 0, dec.err
		}
	}
}

// next gives the end of the value at pos.
func (dec *Decoder) next() (int, error) {
	if _, err := dec.peek(); err != nil {
		return 0, err
	}
	for {
		end, err := skipValue(dec.buf, dec.pos, 0)
		atEnd := end >= len(dec.buf)
		if err == nil && (!atEnd || closed(dec.buf[end-1])) {
			return end, nil
		}
		if err != nil && !atEnd {
			var se *SyntaxError
			if errors.As(err, &se) && se.msg != "unexpected end of JSON input" {
				se.Offset += dec.consumed
				dec.err = err
				return 0, err
			}
		}
		before := dec.consumed
		if !dec.fill() {
			if err == nil {
				return end - int(dec.consumed-before), nil // fill has moved what there is
			}
			if dec.err == io.EOF {
				return 0, io.ErrUnexpectedEOF
			}
			return 0, dec.err
		}
	}
}

// closed tells whether a value that ends so cannot go on.
func closed(c byte) bool { return c == '}' || c == ']' || c == '"' || c == 'e' || c == 'l' }

// Decode reads the next value into what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil && dec.err != io.EOF {
		return dec.err
	}
	if err := dec.beforeValue(); err != nil {
		return err
	}
	end, err := dec.next()
	if err != nil {
		return err
	}
	d := &decoder{data: dec.buf[dec.pos:end], useNumber: dec.useNumber, strict: dec.strict}
	err = d.unmarshal(v)
	dec.pos = end
	dec.afterValue()
	return err
}

// Token is a Delim, bool, float64, Number, string or nil.
type Token any

// Delim is one of [ ] { }.
type Delim rune

// String gives the character.
func (d Delim) String() string { return string(d) }

func (dec *Decoder) top() byte {
	if len(dec.stack) == 0 {
		return 0
	}
	return dec.stack[len(dec.stack)-1]
}

// beforeValue takes a comma or colon.
func (dec *Decoder) beforeValue() error {
	top := dec.top()
	if top == 0 {
		return nil
	}
	c, err := dec.peek()
	if err != nil {
		return err
	}
	switch {
	case top == ':':
		if c != ':' {
			return &SyntaxError{"invalid character " + quoteChar(c) + " after object key", dec.InputOffset()}
		}
		dec.pos++
	case !dec.first:
		if c != ',' {
			what := " after array element"
			if top == '{' {
				what = " after object key:value pair"
			}
			return &SyntaxError{"invalid character " + quoteChar(c) + what, dec.InputOffset()}
		}
		dec.pos++
	}
	return nil
}

func (dec *Decoder) afterValue() {
	dec.first = false
	if n := len(dec.stack); n > 0 {
		switch dec.stack[n-1] {
		case '{':
			dec.stack[n-1] = ':'
		case ':':
			dec.stack[n-1] = '{'
		}
	}
}

// Token gives the next token.
func (dec *Decoder) Token() (Token, error) {
	c, err := dec.peek()
	if err != nil {
		if err == io.EOF && len(dec.stack) > 0 {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	if c == ']' && dec.top() == '[' || c == '}' && dec.top() == '{' {
		dec.pos++
		dec.stack = dec.stack[:len(dec.stack)-1]
		dec.afterValue()
		return Delim(c), nil
	}
	if err := dec.beforeValue(); err != nil {
		return nil, err
	}
	if c, err = dec.peek(); err != nil {
		return nil, err
	}
	if (c == '[' || c == '{') && dec.top() != '{' {
		dec.pos++
		dec.stack = append(dec.stack, c)
		dec.first = true
		return Delim(c), nil
	}
	end, err := dec.next()
	if err != nil {
		return nil, err
	}
	d := &decoder{data: dec.buf[dec.pos:end], useNumber: dec.useNumber}
	v := d.any()
	if _, ok := v.(string); !ok && dec.top() == '{' {
		return nil, &SyntaxError{"invalid character " + quoteChar(c), dec.InputOffset()}
	}
	dec.pos = end
	dec.afterValue()
	return v, d.err
}

// More tells whether the array or object has another element.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}
