// SPDX-License-Identifier: MIT

// Package strings works on UTF-8 strings.
package strings

import (
	"unicode"
	"unicode/utf8"
)

func trimSpace(s string, left, right bool) string
func split(s, sep string, save, n int) []string
func repeat(s string, count int) string
func alias(b []byte) string

// Index finds the first substr in s, or gives -1.
func Index(s, substr string) int

// LastIndex finds the last substr in s, or gives -1.
func LastIndex(s, substr string) int

// IndexByte finds the first c in s, or gives -1.
func IndexByte(s string, c byte) int

// LastIndexByte finds the last c in s, or gives -1.
func LastIndexByte(s string, c byte) int

// Count counts the substr in s that do not overlap.
func Count(s, substr string) int

// EqualFold tells whether s and t are equal but for case.
func EqualFold(s, t string) bool

// ToUpper gives s in upper case.
func ToUpper(s string) string

// ToLower gives s in lower case.
func ToLower(s string) string

// ToTitle gives s in title case.
func ToTitle(s string) string

// Fields splits s around white space.
func Fields(s string) []string

// Join puts sep between the elements.
func Join(elems []string, sep string) string

// Replace replaces the first n old by new; all of them if n < 0.
func Replace(s, old, new string, n int) string

// Compare compares byte by byte.
func Compare(a, b string) int

// ReplaceAll replaces each old by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Clone gives a copy of s.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return string([]byte(s))
}

// Contains tells whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny tells whether one of the runes of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune tells whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc tells whether f holds for a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// HasPrefix tells whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix tells whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// IndexRune finds the first r in s, or gives -1.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, r := range s {
			if r == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// IndexAny finds the first rune of s that is in chars, or gives -1.
func IndexAny(s, chars string) int {
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny finds the last rune of s that is in chars, or gives -1.
func LastIndexAny(s, chars string) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc finds the first rune for which f holds, or gives -1.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc finds the last rune for which f holds, or gives -1.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, truth bool) int {
	for i, r := range s {
		if f(r) == truth {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, truth bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// Split splits s around sep.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN splits s around sep into at most n parts; n < 0 means all.
func SplitN(s, sep string, n int) []string {
	if n == 0 {
		return nil
	}
	return split(s, sep, 0, n)
}

// SplitAfter splits s behind each sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s behind sep into at most n parts; n < 0 means all.
func SplitAfterN(s, sep string, n int) []string {
	if n == 0 {
		return nil
	}
	return split(s, sep, len(sep), n)
}

// FieldsFunc splits s around runes for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := []string{}
	start := -1
	for end, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:end])
				start = -1
			}
		} else if start < 0 {
			start = end
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// Repeat gives count copies of s.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > (1<<63-1)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

// Map replaces each rune by what mapping gives; a negative one is dropped.
func Map(mapping func(rune) rune, s string) string {
	var b []byte
	changed := false
	for i, c := range s {
		r := mapping(c)
		if !changed {
			if r == c && c != utf8.RuneError {
				continue
			}
			if c == utf8.RuneError && r == c {
				if _, width := utf8.DecodeRuneInString(s[i:]); width == 3 {
					continue
				}
			}
			changed = true
			b = make([]byte, 0, len(s)+utf8.UTFMax)
			b = append(b, s[:i]...)
		}
		if r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	if !changed {
		return s
	}
	return alias(b)
}

// Title gives s with the first letter of each word in title case.
func Title(s string) string {
	prev := ' '
	return Map(func(r rune) rune {
		if isSeparator(prev) {
			prev = r
			return unicode.ToTitle(r)
		}
		prev = r
		return r
	}, s)
}

func isSeparator(r rune) bool {
	if r <= 0x7F {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
			return false
		}
		return true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	return unicode.IsSpace(r)
}

// ToUpperSpecial gives s in upper case by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial gives s in lower case by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial gives s in title case by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 replaces runs of bytes that are no UTF-8.
func ToValidUTF8(s, replacement string) string {
	var b []byte
	bad := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !bad {
				b = append(b, replacement...)
			}
			bad = true
		} else {
			bad = false
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return string(b)
}

// TrimSpace cuts white space at both ends.
func TrimSpace(s string) string { return trimSpace(s, true, true) }

// TrimFunc cuts runes for which f holds at both ends.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc cuts runes for which f holds at the beginning.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc cuts runes for which f holds at the end.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// Trim cuts runes of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft cuts runes of cutset at the beginning.
func TrimLeft(s, cutset string) string {
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRight cuts runes of cutset at the end.
func TrimRight(s, cutset string) string {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimPrefix cuts prefix.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix cuts suffix.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut splits s around the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix cuts prefix and tells whether it was there.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix cuts suffix and tells whether it was there.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}
