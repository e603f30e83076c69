// SPDX-License-Identifier: MIT

// Package parse makes trees of templates: what package text/template runs.
package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	tokError kind = iota
	tokEOF
	tokText
	tokComment
	tokLeft  // {{
	tokRight // }}
	tokSpace
	tokOpen
	tokClose
	tokPipe
	tokAssign  // =
	tokDeclare // :=
	tokChar    // another printable character
	tokBool
	tokRune
	tokNumber
	tokString
	tokRaw
	tokName
	tokField
	tokVariable
	tokWord // what errors name in angles comes from here on
	tokDot
	tokBlock
	tokBreak
	tokContinue
	tokDefine
	tokElse
	tokEnd
	tokIf
	tokNil
	tokRange
	tokTemplate
	tokWith
)

var words = map[string]kind{"block": tokBlock, "break": tokBreak, "continue": tokContinue, "define": tokDefine,
	"else": tokElse, "end": tokEnd, "if": tokIf, "nil": tokNil, "range": tokRange, "template": tokTemplate,
	"with": tokWith}

type token struct {
	kind kind
	pos  Pos
	text string
	line int
}

// String is how errors name a token.
func (t token) String() string {
	switch {
	case t.kind == tokEOF:
		return "EOF"
	case t.kind == tokError:
		return t.text
	case t.kind > tokWord:
		return "<" + t.text + ">"
	case len(t.text) > 10:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

// scanner cuts a template into tokens, one when asked for one.
type scanner struct {
	input       string
	left, right string
	comments    bool // they are tokens
	names       func(word string) bool
	start, at   int
	line        int // of start
	inside      bool
	open        int    // parentheses
	failed      *token // the error, which comes again and again
}

const blanks = " \t\r\n"

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func isNamePart(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c) }

func (s *scanner) peek() rune {
	if s.at >= len(s.input) {
		return -1
	}
	c, _ := utf8.DecodeRuneInString(s.input[s.at:])
	return c
}

func (s *scanner) take() rune {
	if s.at >= len(s.input) {
		return -1
	}
	c, n := utf8.DecodeRuneInString(s.input[s.at:])
	s.at += n
	return c
}

// drop forgets what lies between start and here.
func (s *scanner) drop() {
	s.line += strings.Count(s.input[s.start:s.at], "\n")
	s.start = s.at
}

func (s *scanner) make(k kind) token {
	t := token{k, Pos(s.start), s.input[s.start:s.at], s.line}
	s.drop()
	return t
}

func (s *scanner) fail(format string, args ...any) token {
	t := token{tokError, Pos(s.start), fmt.Sprintf(format, args...), s.line}
	s.failed = &t
	return t
}

// trimmed tells whether a trim marker stands behind an opening delimiter.
func trimmed(s string) bool { return len(s) >= 2 && s[0] == '-' && isBlank(rune(s[1])) }

// closing tells whether the right delimiter comes, and whether with a trim marker.
func (s *scanner) closing() (yes, trim bool) {
	rest := s.input[s.at:]
	if len(rest) >= 2 && isBlank(rune(rest[0])) && rest[1] == '-' && strings.HasPrefix(rest[2:], s.right) {
		return true, true
	}
	return strings.HasPrefix(rest, s.right), false
}

func (s *scanner) skipBlanks() {
	s.at += len(s.input[s.at:]) - len(strings.TrimLeft(s.input[s.at:], blanks))
	s.drop()
}

func (s *scanner) next() token {
	if s.failed != nil {
		return *s.failed
	}
	if s.inside {
		return s.action()
	}
	return s.text()
}

// text reads up to an action.
func (s *scanner) text() token {
	for {
		n := strings.Index(s.input[s.at:], s.left)
		if n < 0 {
			if s.at = len(s.input); s.at > s.start {
				return s.make(tokText)
			}
			return s.make(tokEOF)
		}
		open := s.at + n
		behind := open + len(s.left)
		trim := trimmed(s.input[behind:])
		s.at = open
		if trim {
			s.at = s.start + len(strings.TrimRight(s.input[s.start:open], blanks))
		}
		if s.at > s.start {
			return s.make(tokText)
		}
		s.at = open
		s.drop()
		if trim {
			behind += 2
		}
		if strings.HasPrefix(s.input[behind:], "/*") {
			s.at = behind
			s.drop()
			if t := s.comment(); t.kind != tokSpace {
				return t
			}
			continue
		}
		s.at = open + len(s.left)
		t := s.make(tokLeft)
		s.at = behind
		s.drop()
		s.inside = true
		s.open = 0
		return t
	}
}

// comment reads one. A space: it is to be passed over.
func (s *scanner) comment() token {
	n := strings.Index(s.input[s.at:], "*/")
	if n < 0 {
		return s.fail("unclosed comment")
	}
	s.at += n + 2
	yes, trim := s.closing()
	if !yes {
		return s.fail("comment ends before closing delimiter")
	}
	t := token{kind: tokSpace}
	if s.comments {
		t = s.make(tokComment)
	}
	if trim {
		s.at += 2
	}
	s.at += len(s.right)
	s.drop()
	if trim {
		s.skipBlanks()
	}
	return t
}

func (s *scanner) end(trim bool) token {
	if trim {
		s.at += 2
		s.drop()
	}
	s.at += len(s.right)
	t := s.make(tokRight)
	if trim {
		s.skipBlanks()
	}
	s.inside = false
	return t
}

// action reads one token of an action.
func (s *scanner) action() token {
	if yes, trim := s.closing(); yes {
		if s.open > 0 {
			return s.fail("unclosed left paren")
		}
		return s.end(trim)
	}
	switch c := s.take(); {
	case c < 0:
		return s.fail("unclosed action")
	case isBlank(c):
		return s.space()
	case c == '=':
		return s.make(tokAssign)
	case c == ':':
		if s.take() != '=' {
			return s.fail("expected :=")
		}
		return s.make(tokDeclare)
	case c == '|':
		return s.make(tokPipe)
	case c == '"':
		return s.quoted('"', tokString, "unterminated quoted string")
	case c == '\'':
		return s.quoted('\'', tokRune, "unterminated character constant")
	case c == '`':
		n := strings.IndexByte(s.input[s.at:], '`')
		if n < 0 {
			s.at = len(s.input)
			return s.fail("unterminated raw quoted string")
		}
		s.at += n + 1
		return s.make(tokRaw)
	case c == '$':
		return s.name(tokVariable, tokVariable)
	case c == '.' && (s.at == len(s.input) || s.input[s.at] < '0' || s.input[s.at] > '9'):
		return s.name(tokField, tokDot)
	case c == '.' || c == '+' || c == '-' || '0' <= c && c <= '9':
		s.at = s.start
		return s.number()
	case isNamePart(c):
		return s.word()
	case c == '(':
		s.open++
		return s.make(tokOpen)
	case c == ')':
		if s.open--; s.open < 0 {
			return s.fail("unexpected right paren")
		}
		return s.make(tokClose)
	case c <= unicode.MaxASCII && unicode.IsPrint(c):
		return s.make(tokChar)
	default:
		return s.fail("unrecognized character in action: %#U", c)
	}
}

// space reads blanks; the last one may belong to a trim marker.
func (s *scanner) space() token {
	for isBlank(s.peek()) {
		s.take()
	}
	s.at--
	if yes, trim := s.closing(); yes && trim {
		if s.at == s.start {
			return s.end(true)
		}
		return s.make(tokSpace)
	}
	s.at++
	return s.make(tokSpace)
}

func (s *scanner) quoted(quote rune, k kind, wrong string) token {
	for {
		c := s.take()
		if c == '\\' {
			if c = s.take(); c >= 0 && c != '\n' {
				continue
			}
		}
		if c < 0 || c == '\n' {
			return s.fail("%s", wrong)
		}
		if c == quote {
			return s.make(k)
		}
	}
}

// ends tells whether a name may end here.
func (s *scanner) ends() bool {
	c := s.peek()
	return c < 0 || isBlank(c) || strings.ContainsRune(".,|:)(", c) || strings.HasPrefix(s.input[s.at:], s.right)
}

// name reads what follows a dot or a dollar sign.
func (s *scanner) name(k, alone kind) token {
	if s.ends() {
		return s.make(alone)
	}
	for isNamePart(s.peek()) {
		s.take()
	}
	if !s.ends() {
		return s.fail("bad character %#U", s.peek())
	}
	return s.make(k)
}

func (s *scanner) word() token {
	for isNamePart(s.peek()) {
		s.take()
	}
	if !s.ends() {
		return s.fail("bad character %#U", s.peek())
	}
	word := s.input[s.start:s.at]
	if word == "true" || word == "false" {
		return s.make(tokBool)
	}
	k := words[word]
	if k == 0 || (k == tokBreak || k == tokContinue) && s.names(word) {
		k = tokName
	}
	return s.make(k)
}

func (s *scanner) accept(set string) bool {
	if s.at < len(s.input) && strings.IndexByte(set, s.input[s.at]) >= 0 {
		s.at++
		return true
	}
	return false
}

// number reads what looks like one; strconv decides.
func (s *scanner) number() token {
	ok := s.real()
	if c := s.peek(); ok && (c == '+' || c == '-') {
		ok = s.real() && s.input[s.at-1] == 'i'
	}
	if !ok {
		return s.fail("bad number syntax: %q", s.input[s.start:s.at])
	}
	return s.make(tokNumber)
}

func (s *scanner) real() bool {
	s.accept("+-")
	digits, exponent := "0123456789_", "eE"
	if s.accept("0") {
		switch {
		case s.accept("xX"):
			digits, exponent = "0123456789abcdefABCDEF_", "pP"
		case s.accept("oO"):
			digits, exponent = "01234567_", ""
		case s.accept("bB"):
			digits, exponent = "01_", ""
		}
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if exponent != "" && s.accept(exponent) {
		s.accept("+-")
		for s.accept("0123456789_") {
		}
	}
	s.accept("i")
	if isNamePart(s.peek()) {
		s.take()
		return false
	}
	return true
}
