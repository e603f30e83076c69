// SPDX-License-Identifier: MIT

// Package utf16 reads and writes runes in UTF-16.
package utf16

const replacement = '\uFFFD'

// IsSurrogate tells whether r is half of a pair.
func IsSurrogate(r rune) bool { return 0xD800 <= r && r < 0xE000 }

// DecodeRune gives the rune of a pair.
func DecodeRune(r1, r2 rune) rune {
	if 0xD800 <= r1 && r1 < 0xDC00 && 0xDC00 <= r2 && r2 < 0xE000 {
		return (r1-0xD800)<<10 | (r2 - 0xDC00) + 0x10000
	}
	return replacement
}

// EncodeRune gives the pair of a rune.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < 0x10000 || r > 0x10FFFF {
		return replacement, replacement
	}
	r -= 0x10000
	return 0xD800 + (r>>10)&0x3FF, 0xDC00 + r&0x3FF
}

// RuneLen is the count of words of r, or -1.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < 0xD800, 0xE000 <= r && r < 0x10000:
		return 1
	case 0x10000 <= r && r <= 0x10FFFF:
		return 2
	}
	return -1
}

// AppendRune writes r behind a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode gives the words of runes.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode gives the runes of words.
func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) && r < 0xDC00 && 0xDC00 <= s[i+1] && s[i+1] < 0xE000 {
				r = DecodeRune(r, rune(s[i+1]))
				i++
			} else {
				r = replacement
			}
		}
		a = append(a, r)
	}
	return a
}
