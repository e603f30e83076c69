// SPDX-License-Identifier: MIT

// Package regexp searches by regular expressions in the syntax of RE2, in time linear in the text.
package regexp

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

func compile(expr string) (prog []byte, names string, captures int, fault, part string)
func exec(prog []byte, s string, pos, slots int, longest bool) (places []int, ok bool)

// Error says what is wrong with an expression. (In Go it is that of regexp/syntax.)
type Error struct {
	Code string
	Expr string
}

func (e *Error) Error() string {
	if e.Code == "trailing backslash at end of expression" {
		return "error parsing regexp: " + e.Code + ": ``"
	}
	return "error parsing regexp: " + e.Code + ": `" + e.Expr + "`"
}

// Regexp is a compiled expression. All its methods but Longest may be called by many goroutines at once.
type Regexp struct {
	expr    string
	prog    []byte
	names   []string
	longest bool
}

// Compile compiles an expression.
func Compile(expr string) (*Regexp, error) {
	prog, names, n, fault, part := compile(expr)
	if fault != "" {
		return nil, &Error{fault, part}
	}
	re := &Regexp{expr: expr, prog: prog, names: []string{""}}
	if n > 0 {
		re.names = append(re.names, strings.Split(names, ",")...)
	}
	return re, nil
}

// CompilePOSIX compiles an expression that prefers the longest match.
func CompilePOSIX(expr string) (*Regexp, error) {
	re, err := Compile(expr)
	if err == nil {
		re.longest = true
	}
	return re, err
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// MustCompile compiles an expression, or panics.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX compiles an expression that prefers the longest match, or panics.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// String gives the expression.
func (re *Regexp) String() string { return re.expr }

// Longest lets searches prefer the longest match.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp counts the groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames gives the names of the groups; the first is that of the whole.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex gives the number of the group of that name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, s := range re.names {
			if name == s {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix gives the literal text with which each match begins, and whether it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	i := 0
	for i < len(re.expr) && !isMeta(re.expr[i]) {
		i++
	}
	if i == len(re.expr) {
		return re.expr, true
	}
	if i > 0 && (re.expr[i] == '*' || re.expr[i] == '?' || re.expr[i] == '{') {
		_, size := utf8.DecodeLastRuneInString(re.expr[:i])
		i -= size
	}
	if strings.Contains(re.expr, "|") {
		return "", false
	}
	return re.expr[:i], false
}

// MarshalText gives the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return []byte(re.expr), nil }

// UnmarshalText compiles an expression.
func (re *Regexp) UnmarshalText(text []byte) error {
	r, err := Compile(string(text))
	if err == nil {
		*re = *r
	}
	return err
}

func (re *Regexp) find(s string, pos int) []int {
	places, _ := exec(re.prog, s, pos, 2*len(re.names), re.longest)
	return places
}

// MatchString tells whether s has a match.
func (re *Regexp) MatchString(s string) bool {
	_, ok := exec(re.prog, s, 0, 0, re.longest)
	return ok
}

// Match tells whether b has a match.
func (re *Regexp) Match(b []byte) bool { return re.MatchString(string(b)) }

// MatchReader tells whether what r gives has a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.MatchString(readAll(r)) }

func readAll(r io.RuneReader) string {
	var b []byte
	for {
		c, _, err := r.ReadRune()
		if err != nil {
			return string(b)
		}
		b = utf8.AppendRune(b, c)
	}
}

// MatchString tells whether s has a match.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match tells whether b has a match.
func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, string(b))
}

// MatchReader tells whether what r gives has a match.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	return MatchString(pattern, readAll(r))
}

func isMeta(c byte) bool { return strings.IndexByte(`\.+*?()|[]{}^$`, c) >= 0 }

// QuoteMeta escapes what has a meaning.
func QuoteMeta(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if isMeta(s[i]) {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// all calls deliver with the places of at most n matches that do not overlap.
func (re *Regexp) all(s string, n int, deliver func([]int)) {
	if n < 0 {
		n = len(s) + 1
	}
	for pos, i, prevEnd := 0, 0, -1; i < n && pos <= len(s); {
		m := re.find(s, pos)
		if m == nil {
			break
		}
		accept := true
		if m[1] == pos {
			if m[0] == prevEnd {
				accept = false // no empty match right behind a match
			}
			_, width := utf8.DecodeRuneInString(s[pos:])
			if width > 0 {
				pos += width
			} else {
				pos = len(s) + 1
			}
		} else {
			pos = m[1]
		}
		prevEnd = m[1]
		if accept {
			deliver(m)
			i++
		}
	}
}

// ---- finding ----

// FindStringSubmatchIndex gives the places of the first match and its groups.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.find(s, 0) }

// FindSubmatchIndex gives the places of the first match and its groups.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.find(string(b), 0) }

// FindStringIndex gives the place of the first match.
func (re *Regexp) FindStringIndex(s string) (loc []int) {
	m := re.find(s, 0)
	if m == nil {
		return nil
	}
	return m[:2]
}

// FindIndex gives the place of the first match.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.FindStringIndex(string(b)) }

// FindReaderIndex gives the place of the first match.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.FindStringIndex(readAll(r)) }

// FindReaderSubmatchIndex gives the places of the first match and its groups.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int { return re.find(readAll(r), 0) }

// FindString gives the first match.
func (re *Regexp) FindString(s string) string {
	m := re.find(s, 0)
	if m == nil {
		return ""
	}
	return s[m[0]:m[1]]
}

// Find gives the first match.
func (re *Regexp) Find(b []byte) []byte {
	m := re.find(string(b), 0)
	if m == nil {
		return nil
	}
	return b[m[0]:m[1]:m[1]]
}

func groups(s string, m []int) []string {
	if m == nil {
		return nil
	}
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

func byteGroups(b []byte, m []int) [][]byte {
	if m == nil {
		return nil
	}
	out := make([][]byte, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = b[m[2*i]:m[2*i+1]:m[2*i+1]]
		}
	}
	return out
}

// FindStringSubmatch gives the first match and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string { return groups(s, re.find(s, 0)) }

// FindSubmatch gives the first match and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return byteGroups(b, re.find(string(b), 0)) }

// FindAllStringSubmatchIndex gives the places of all matches and their groups.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var out [][]int
	re.all(s, n, func(m []int) { out = append(out, m) })
	return out
}

// FindAllSubmatchIndex gives the places of all matches and their groups.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(string(b), n)
}

// FindAllStringIndex gives the places of all matches.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var out [][]int
	re.all(s, n, func(m []int) { out = append(out, m[:2]) })
	return out
}

// FindAllIndex gives the places of all matches.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(string(b), n) }

// FindAllString gives all matches.
func (re *Regexp) FindAllString(s string, n int) []string {
	var out []string
	re.all(s, n, func(m []int) { out = append(out, s[m[0]:m[1]]) })
	return out
}

// FindAll gives all matches.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var out [][]byte
	re.all(string(b), n, func(m []int) { out = append(out, b[m[0]:m[1]:m[1]]) })
	return out
}

// FindAllStringSubmatch gives all matches and their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var out [][]string
	re.all(s, n, func(m []int) { out = append(out, groups(s, m)) })
	return out
}

// FindAllSubmatch gives all matches and their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var out [][][]byte
	re.all(string(b), n, func(m []int) { out = append(out, byteGroups(b, m)) })
	return out
}

// ---- replacing ----

func (re *Regexp) replaceAll(src string, repl func(dst []byte, m []int) []byte) []byte {
	last, pos := 0, 0
	var buf []byte
	for pos <= len(src) {
		m := re.find(src, pos)
		if m == nil {
			break
		}
		if buf == nil {
			buf = []byte{} // though nothing may be left, there was a match
		}
		buf = append(buf, src[last:m[0]]...)
		if m[1] > last || m[0] == 0 {
			buf = repl(buf, m)
		}
		last = m[1]
		_, width := utf8.DecodeRuneInString(src[pos:])
		switch {
		case pos+width > m[1]:
			pos += width
		case pos+1 > m[1]:
			pos++
		default:
			pos = m[1]
		}
	}
	if buf == nil {
		return nil
	}
	return append(buf, src[last:]...)
}

func (re *Regexp) replaced(src string, repl func(dst []byte, m []int) []byte) string {
	b := re.replaceAll(src, repl)
	if b == nil {
		return src
	}
	return string(b)
}

func (re *Regexp) replacedBytes(src []byte, repl func(dst []byte, m []int) []byte) []byte {
	b := re.replaceAll(string(src), repl)
	if b == nil && src != nil {
		return append([]byte{}, src...)
	}
	return b
}

// ReplaceAllString replaces matches by repl, in which $1 or ${name} stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replaced(src, func(dst []byte, m []int) []byte { return re.expand(dst, repl, src, m) })
}

// ReplaceAllLiteralString replaces matches by repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replaced(src, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

// ReplaceAllStringFunc replaces matches by what repl gives.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replaced(src, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
}

// ReplaceAll replaces matches by repl, in which $1 or ${name} stand for groups.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	text, with := string(src), string(repl)
	return re.replacedBytes(src, func(dst []byte, m []int) []byte { return re.expand(dst, with, text, m) })
}

// ReplaceAllLiteral replaces matches by repl as it is.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replacedBytes(src, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

// ReplaceAllFunc replaces matches by what repl gives.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replacedBytes(src, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
}

// Expand appends template, in which $1 or ${name} stand for groups.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), string(src), match)
}

// ExpandString appends template, in which $1 or ${name} stand for groups.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template string, src string, m []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		if !ok {
			break
		}
		dst = append(dst, before...)
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, rest, ok := variable(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		n := -1
		if i, err := strconv.Atoi(name); err == nil && (len(name) == 1 || name[0] != '0') {
			n = i
		} else {
			n = re.SubexpIndex(name)
			for i, other := range re.SubexpNames() { // of several with one name, one that has matched
				if other == name && 2*i+1 < len(m) && m[2*i] >= 0 {
					n = i
					break
				}
			}
		}
		if n >= 0 && 2*n+1 < len(m) && m[2*n] >= 0 {
			dst = append(dst, src[m[2*n]:m[2*n+1]]...)
		}
	}
	return append(dst, template...)
}

// variable takes a name from a template, behind the dollar sign.
func variable(s string) (name, rest string, ok bool) {
	brace := strings.HasPrefix(s, "{")
	if brace {
		s = s[1:]
	}
	i := 0
	for i < len(s) && (s[i] == '_' || '0' <= s[i] && s[i] <= '9' || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z') {
		i++
	}
	if i == 0 {
		return "", "", false
	}
	name, rest = s[:i], s[i:]
	if brace {
		if !strings.HasPrefix(rest, "}") {
			return "", "", false
		}
		rest = rest[1:]
	}
	return name, rest, true
}

// Split splits s around matches into at most n parts.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	matches := re.FindAllStringIndex(s, n)
	out := make([]string, 0, len(matches))
	begin, end := 0, 0
	for _, m := range matches {
		if n > 0 && len(out) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			out = append(out, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		out = append(out, s[begin:])
	}
	return out
}

// Copy gives another Regexp of the expression.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// AppendText appends the expression.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.String()...), nil }
