// SPDX-License-Identifier: MIT

// Package bytes works on slices of bytes as package strings does on strings.
package bytes

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// alias gives the same memory as a string, which must not outlive a change of b.
func alias(b []byte) string

// unalias gives the memory of s as a slice: part of one that alias was given.
func unalias(s string) []byte

// Equal tells whether both have the same bytes; nil equals empty.
func Equal(a, b []byte) bool { return alias(a) == alias(b) }

// Compare compares byte by byte.
func Compare(a, b []byte) int { return strings.Compare(alias(a), alias(b)) }

// Count counts the sep in s that do not overlap.
func Count(s, sep []byte) int { return strings.Count(alias(s), alias(sep)) }

// Contains tells whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) != -1 }

// ContainsAny tells whether one of the runes of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune tells whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc tells whether f holds for a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Index finds the first sep, or gives -1.
func Index(s, sep []byte) int { return strings.Index(alias(s), alias(sep)) }

// IndexByte finds the first c, or gives -1.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(alias(b), c) }

// LastIndex finds the last sep, or gives -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(alias(s), alias(sep)) }

// LastIndexByte finds the last c, or gives -1.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(alias(s), c) }

// IndexRune finds the first r, or gives -1.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(alias(s), r) }

// IndexAny finds the first rune that is in chars, or gives -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(alias(s), chars) }

// LastIndexAny finds the last rune that is in chars, or gives -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(alias(s), chars) }

// IndexFunc finds the first rune for which f holds, or gives -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(alias(s), f) }

// LastIndexFunc finds the last rune for which f holds, or gives -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(alias(s), f) }

// HasPrefix tells whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(alias(s), alias(prefix)) }

// HasSuffix tells whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(alias(s), alias(suffix)) }

// EqualFold tells whether s and t are equal but for case.
func EqualFold(s, t []byte) bool { return strings.EqualFold(alias(s), alias(t)) }

// Clone gives a copy.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func split(s, sep []byte, save, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	count := Count(s, sep) + 1
	if n < 0 || n > count {
		n = count
	}
	out := make([][]byte, 0, n)
	for len(out) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[:i+save:i+save])
		s = s[i+len(sep):]
	}
	return append(out, s)
}

func explode(s []byte, n int) [][]byte {
	if n <= 0 || n > len(s) {
		n = len(s)
	}
	out := make([][]byte, 0, n)
	for len(s) > 0 {
		if len(out) == n-1 {
			out = append(out, s)
			break
		}
		_, size := utf8.DecodeRune(s)
		out = append(out, s[:size:size])
		s = s[size:]
	}
	return out
}

// Split splits s around sep.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN splits s around sep into at most n parts.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter splits s behind each sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s behind sep into at most n parts.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Fields splits s around white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc splits s around runes for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	out := [][]byte{}
	start := -1
	for i, r := range alias(s) {
		if f(r) {
			if start >= 0 {
				out = append(out, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:len(s):len(s)])
	}
	return out
}

// Join puts sep between the slices.
func Join(s [][]byte, sep []byte) []byte {
	out := []byte{}
	for i, v := range s {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, v...)
	}
	return out
}

// Repeat gives count copies of b.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > (1<<63-1)/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return append([]byte{}, strings.Repeat(alias(b), count)...)
}

// Map replaces each rune by what mapping gives; a negative one is dropped.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for _, c := range alias(s) {
		if r := mapping(c); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// ToUpper gives s in upper case.
func ToUpper(s []byte) []byte { return append([]byte{}, strings.ToUpper(alias(s))...) }

// ToLower gives s in lower case.
func ToLower(s []byte) []byte { return append([]byte{}, strings.ToLower(alias(s))...) }

// ToTitle gives s in title case.
func ToTitle(s []byte) []byte { return append([]byte{}, strings.ToTitle(alias(s))...) }

// Title gives s with the first letter of each word in title case.
func Title(s []byte) []byte { return append([]byte{}, strings.Title(alias(s))...) }

// ToValidUTF8 replaces runs of bytes that are no UTF-8.
func ToValidUTF8(s, replacement []byte) []byte {
	return append([]byte{}, strings.ToValidUTF8(alias(s), alias(replacement))...)
}

// cut gives the part of s whose string part is: from the same memory.
func cut(s []byte, left, right int) []byte {
	if left >= right {
		return nil
	}
	return s[left:right]
}

// TrimSpace cuts white space at both ends.
func TrimSpace(s []byte) []byte { return TrimFunc(s, unicode.IsSpace) }

// TrimFunc cuts runes for which f holds at both ends.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc cuts runes for which f holds at the beginning.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return cut(s, len(s)-len(strings.TrimLeftFunc(alias(s), f)), len(s))
}

// TrimRightFunc cuts runes for which f holds at the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(alias(s), f))]
}

// Trim cuts runes of cutset at both ends.
func Trim(s []byte, cutset string) []byte { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft cuts runes of cutset at the beginning.
func TrimLeft(s []byte, cutset string) []byte {
	return cut(s, len(s)-len(strings.TrimLeft(alias(s), cutset)), len(s))
}

// TrimRight cuts runes of cutset at the end.
func TrimRight(s []byte, cutset string) []byte { return s[:len(strings.TrimRight(alias(s), cutset))] }

// TrimPrefix cuts prefix.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix cuts suffix.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Runes gives the runes of s.
func Runes(s []byte) []rune { return []rune(string(s)) }

// Replace replaces the first n old by new; all of them if n < 0.
func Replace(s, old, new []byte, n int) []byte {
	return append([]byte{}, strings.Replace(alias(s), alias(old), alias(new), n)...)
}

// ReplaceAll replaces each old by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Cut splits s around the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix cuts prefix and tells whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix cuts suffix and tells whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func sequence(parts [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, p := range parts {
			if !yield(p) {
				return
			}
		}
	}
}

// Lines gives the lines of s with their newlines.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			var line []byte
			if i := IndexByte(s, '\n'); i >= 0 {
				line, s = s[:i+1], s[i+1:]
			} else {
				line, s = s, nil
			}
			if !yield(line[:len(line):len(line)]) {
				return
			}
		}
	}
}

// SplitSeq gives the parts of s around sep.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return sequence(Split(s, sep)) }

// SplitAfterSeq gives the parts of s behind each sep.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return sequence(SplitAfter(s, sep)) }

// FieldsSeq gives the parts of s around white space.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return sequence(Fields(s)) }

// FieldsFuncSeq gives the parts of s around runes for which f holds.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return sequence(FieldsFunc(s, f)) }

// ToUpperSpecial gives s in upper case by the rules of a language.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial gives s in lower case by the rules of a language.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial gives s in title case by the rules of a language.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }
