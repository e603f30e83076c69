// SPDX-License-Identifier: MIT

package json

import "strconv"

// SyntaxError says where a text is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

// Valid tells whether data is JSON.
func Valid(data []byte) bool { return check(data) == nil }

// check looks whether data is one value of JSON.
func check(data []byte) error {
	end, err := skipValue(data, skipSpace(data, 0), 0)
	if err != nil {
		return err
	}
	end = skipSpace(data, end)
	if end < len(data) {
		return invalid(data, end, "after top-level value")
	}
	return nil
}

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n') {
		i++
	}
	return i
}

func quoteChar(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(c))
	return "'" + s[1:len(s)-1] + "'"
}

func invalid(data []byte, i int, context string) error {
	if i >= len(data) {
		return &SyntaxError{"unexpected end of JSON input", int64(len(data))}
	}
	return &SyntaxError{"invalid character " + quoteChar(data[i]) + " " + context, int64(i + 1)}
}

// within is invalid inside a literal, where the end counts as a space.
func within(data []byte, i int, context string) error {
	if i >= len(data) {
		return &SyntaxError{"invalid character ' ' " + context, int64(len(data))}
	}
	return invalid(data, i, context)
}

const maxDepth = 10000

// skipValue gives the end of the value at i.
func skipValue(data []byte, i, depth int) (int, error) {
	if i >= len(data) {
		return i, invalid(data, i, "")
	}
	if depth >= maxDepth && (data[i] == '{' || data[i] == '[') {
		return i, &SyntaxError{"invalid character " + quoteChar(data[i]) + " exceeded max depth", int64(i + 1)}
	}
	switch c := data[i]; {
	case c == '{':
		return skipObject(data, i+1, depth+1)
	case c == '[':
		return skipArray(data, i+1, depth+1)
	case c == '"':
		return skipString(data, i)
	case c == 't':
		return skipLiteral(data, i, "true")
	case c == 'f':
		return skipLiteral(data, i, "false")
	case c == 'n':
		return skipLiteral(data, i, "null")
	case c == '-' || '0' <= c && c <= '9':
		return skipNumber(data, i)
	}
	return i, invalid(data, i, "looking for beginning of value")
}

func skipObject(data []byte, i, depth int) (int, error) {
	i = skipSpace(data, i)
	if i < len(data) && data[i] == '}' {
		return i + 1, nil
	}
	for {
		if i >= len(data) || data[i] != '"' {
			return i, invalid(data, i, "looking for beginning of object key string")
		}
		var err error
		if i, err = skipString(data, i); err != nil {
			return i, err
		}
		i = skipSpace(data, i)
		if i >= len(data) || data[i] != ':' {
			return i, invalid(data, i, "after object key")
		}
		if i, err = skipValue(data, skipSpace(data, i+1), depth); err != nil {
			return i, err
		}
		i = skipSpace(data, i)
		if i < len(data) && data[i] == '}' {
			return i + 1, nil
		}
		if i >= len(data) || data[i] != ',' {
			return i, invalid(data, i, "after object key:value pair")
		}
		i = skipSpace(data, i+1)
	}
}

func skipArray(data []byte, i, depth int) (int, error) {
	i = skipSpace(data, i)
	if i < len(data) && data[i] == ']' {
		return i + 1, nil
	}
	for {
		var err error
		if i, err = skipValue(data, i, depth); err != nil {
			return i, err
		}
		i = skipSpace(data, i)
		if i < len(data) && data[i] == ']' {
			return i + 1, nil
		}
		if i >= len(data) || data[i] != ',' {
			return i, invalid(data, i, "after array element")
		}
		i = skipSpace(data, i+1)
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func skipString(data []byte, i int) (int, error) {
	for i++; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			return i + 1, nil
		case c < ' ':
			return i, invalid(data, i, "in string literal")
		case c == '\\':
			i++
			if i >= len(data) {
				return i, within(data, i, "in string escape code")
			}
			switch data[i] {
			case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			case 'u':
				for k := 0; k < 4; k++ {
					i++
					if i >= len(data) || !isHex(data[i]) {
						return i, within(data, i, "in \\u hexadecimal character escape")
					}
				}
			default:
				return i, invalid(data, i, "in string escape code")
			}
		}
	}
	return i, invalid(data, i, "")
}

func skipLiteral(data []byte, i int, word string) (int, error) {
	for k := 1; k < len(word); k++ {
		if i+k >= len(data) || data[i+k] != word[k] {
			return i + k, within(data, i+k, "in literal "+word+" (expecting "+quoteChar(word[k])+")")
		}
	}
	return i + len(word), nil
}

func digitAt(data []byte, i int) bool { return i < len(data) && '0' <= data[i] && data[i] <= '9' }

func skipNumber(data []byte, i int) (int, error) {
	if data[i] == '-' {
		i++
		if !digitAt(data, i) {
			return i, within(data, i, "in numeric literal")
		}
	}
	if data[i] == '0' {
		i++
	} else {
		for digitAt(data, i) {
			i++
		}
	}
	if i < len(data) && data[i] == '.' {
		i++
		if !digitAt(data, i) {
			return i, within(data, i, "after decimal point in numeric literal")
		}
		for digitAt(data, i) {
			i++
		}
	}
	if i < len(data) && (data[i] == 'e' || data[i] == 'E') {
		i++
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if !digitAt(data, i) {
			return i, within(data, i, "in exponent of numeric literal")
		}
		for digitAt(data, i) {
			i++
		}
	}
	return i, nil
}

func validNumber(s string) bool {
	if s == "" || s[0] != '-' && !digitAt([]byte(s), 0) {
		return false
	}
	end, err := skipNumber([]byte(s), 0)
	return err == nil && end == len(s)
}
