// SPDX-License-Identifier: MIT

// Package url takes URLs apart and puts them together.
package url

import (
	"fmt"
	"strconv"
	"strings"
)

// Error is an error of an operation on a URL.
type Error struct {
	Op  string
	URL string
	Err error
}

// Unwrap gives the error inside.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

// Timeout tells whether the error inside is one.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary tells whether the error inside is so.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// EscapeError is a wrong escape.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// InvalidHostError is a character that a host cannot have.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// place is a part of a URL: each has its own reserved characters.
type place int

const (
	inPath place = 1 + iota
	inSegment
	inHost
	inZone
	inUser
	inQuery
	inFragment
)

// escaped tells whether c must be (RFC 3986, section 2).
func escaped(c byte, p place) bool {
	if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
		return false
	}
	if (p == inHost || p == inZone) && strings.IndexByte("!$&'()*+,;=:[]<>\"", c) >= 0 {
		return false
	}
	if strings.IndexByte("-_.~", c) >= 0 {
		return false
	}
	if strings.IndexByte("$&+,/:;=?@", c) >= 0 {
		switch p {
		case inPath:
			return c == '?'
		case inSegment:
			return c == '/' || c == ';' || c == ',' || c == '?'
		case inUser:
			return c == '@' || c == '/' || c == '?' || c == ':'
		case inQuery:
			return true
		case inFragment:
			return false
		}
	}
	if p == inFragment && strings.IndexByte("!()*", c) >= 0 {
		return false
	}
	return true
}

const hexDigits = "0123456789ABCDEF"

func escape(s string, p place) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && p == inQuery:
			b.WriteByte('+')
		case escaped(c, p):
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c - 'a' + 10)
	case 'A' <= c && c <= 'F':
		return int(c - 'A' + 10)
	}
	return -1
}

func unescape(s string, p place) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			if i+2 >= len(s) || unhex(s[i+1]) < 0 || unhex(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			v := unhex(s[i+1])<<4 | unhex(s[i+2])
			if p == inHost && v < 0x80 && s[i:i+3] != "%25" {
				return "", EscapeError(s[i : i+3])
			}
			if p == inZone && s[i:i+3] != "%25" && v != ' ' && escaped(byte(v), inHost) {
				return "", EscapeError(s[i : i+3])
			}
			b.WriteByte(byte(v))
			i += 2
		case c == '+' && p == inQuery:
			b.WriteByte(' ')
		case (p == inHost || p == inZone) && c < 0x80 && escaped(c, p):
			return "", InvalidHostError(s[i : i+1])
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

// QueryEscape escapes for a query.
func QueryEscape(s string) string { return escape(s, inQuery) }

// PathEscape escapes for a segment of a path.
func PathEscape(s string) string { return escape(s, inSegment) }

// QueryUnescape undoes QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, inQuery) }

// PathUnescape undoes PathEscape.
func PathUnescape(s string) (string, error) { return unescape(s, inSegment) }
