// SPDX-License-Identifier: MIT

// Package utf8 reads and writes runes in UTF-8.
package utf8

// Numbers of the encoding.
const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4

	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// RuneCountInString counts the runes of s.
func RuneCountInString(s string) (n int)

// RuneCount counts the runes of p.
func RuneCount(p []byte) int

// ValidString tells whether s is all UTF-8.
func ValidString(s string) bool

// Valid tells whether p is all UTF-8.
func Valid(p []byte) bool

// DecodeRuneInString gives the first rune of s and its width.
func DecodeRuneInString(s string) (rune, int)

// DecodeRune gives the first rune of p and its width.
func DecodeRune(p []byte) (rune, int)

// DecodeLastRuneInString gives the last rune of s and its width.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	start := end - 1
	if c := s[start]; c < RuneSelf {
		return rune(c), 1
	}
	for lim := max(end-UTFMax, 0); start > lim && !RuneStart(s[start]); {
		start--
	}
	r, size := DecodeRuneInString(s[start:end])
	if start+size != end {
		return RuneError, 1
	}
	return r, size
}

// DecodeLastRune gives the last rune of p and its width.
func DecodeLastRune(p []byte) (rune, int) {
	return DecodeLastRuneInString(string(p[max(len(p)-UTFMax, 0):]))
}

// FullRune tells whether p begins with a whole rune, or with a byte that is none.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	need := 1
	c := p[0]
	switch {
	case c >= 0xF0 && c <= 0xF4:
		need = 4
	case c >= 0xE0 && c < 0xF0:
		need = 3
	case c >= 0xC2 && c < 0xE0:
		need = 2
	}
	if len(p) >= need {
		return true
	}
	if len(p) > 1 {
		lo, hi := byte(0x80), byte(0xBF)
		switch c {
		case 0xE0:
			lo = 0xA0
		case 0xED:
			hi = 0x9F
		case 0xF0:
			lo = 0x90
		case 0xF4:
			hi = 0x8F
		}
		if p[1] < lo || p[1] > hi {
			return true
		}
	}
	return len(p) > 2 && (p[2] < 0x80 || p[2] > 0xBF)
}

// FullRuneInString tells whether s begins with a whole rune, or with a byte that is none.
func FullRuneInString(s string) bool { return FullRune([]byte(s[:min(len(s), UTFMax)])) }

// RuneLen is the width of r, or -1.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r into p and gives its width.
func EncodeRune(p []byte, r rune) int {
	b := AppendRune(nil, r)
	_ = p[len(b)-1]
	return copy(p, b)
}

// AppendRune writes r behind p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	return append(p, string(r)...)
}

// RuneStart tells whether b may be the first byte of a rune.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// ValidRune tells whether r can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
