// SPDX-License-Identifier: MIT

package testing

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// matcher says which tests are wanted, by a pattern for each level of their names, and keeps names unique.
type matcher struct {
	mu       sync.Mutex
	wanted   [][]string // alternatives, each with a pattern a level
	unwanted [][]string
	compiled map[string]*regexp.Regexp
	match    func(pat, str string) (bool, error)
	given    map[string]int
	matched  bool // some test was wanted
}

func newMatcher(match func(pat, str string) (bool, error), wanted, name, unwanted string) *matcher {
	m := &matcher{match: match, given: map[string]int{}, compiled: map[string]*regexp.Regexp{}}
	m.wanted = m.parse(wanted, name)
	m.unwanted = m.parse(unwanted, "-test.skip")
	return m
}

// split cuts s at a byte where it stands outside of brackets and parentheses.
func split(s string, at byte) (parts []string) {
	brackets, parens, start := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			brackets++
		case ']':
			if brackets--; brackets < 0 {
				brackets = 0
			}
		case '(':
			if brackets == 0 {
				parens++
			}
		case ')':
			if brackets == 0 {
				parens--
			}
		case '\\':
			i++
		case at:
			if brackets == 0 && parens == 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

func (m *matcher) parse(pattern, name string) (list [][]string) {
	if pattern == "" {
		return nil
	}
	for _, alternative := range split(pattern, '|') {
		levels := split(alternative, '/')
		for i, level := range levels {
			levels[i] = rewrite(level)
			if _, err := regexp.Compile(levels[i]); err != nil {
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i, name, level, err)
				os.Exit(1)
			}
		}
		list = append(list, levels)
	}
	return list
}

func (m *matcher) fits(pattern, s string) bool {
	if m.match != nil {
		ok, _ := m.match(pattern, s)
		return ok
	}
	re := m.compiled[pattern]
	if re == nil {
		re = regexp.MustCompile(pattern)
		m.compiled[pattern] = re
	}
	return re.MatchString(s)
}

// holds tells whether the names fit one of the alternatives, and whether only the first levels of it.
func (m *matcher) holds(list [][]string, names []string) (ok, partial bool) {
	for _, patterns := range list {
		good := true
		for i, name := range names {
			if i >= len(patterns) {
				break
			}
			if patterns[i] != "" && !m.fits(patterns[i], name) {
				good = false
				break
			}
		}
		if good && len(names) >= len(patterns) {
			return true, false
		}
		if good {
			ok, partial = true, true
		}
	}
	return ok, partial
}

// want tells whether a test with that full name has to run.
func (m *matcher) want(name string) bool {
	names := strings.Split(name, "/")
	if m.wanted != nil {
		if ok, _ := m.holds(m.wanted, names); !ok {
			return false
		}
	}
	if m.unwanted != nil {
		if ok, partial := m.holds(m.unwanted, names); ok && !partial {
			return false
		}
	}
	return true
}

// fullName gives the subtest's name below its parent's, made unique, and whether it has to run.
func (m *matcher) fullName(c *common, name string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c.level > 0 {
		name = m.unique(c.name, rewrite(name))
	}
	if !m.want(name) {
		return name, false
	}
	m.matched = true
	return name, true
}

func (m *matcher) unique(parent, name string) string {
	base := parent + "/" + name
	for {
		n := m.given[base]
		m.given[base] = n + 1
		if n == 0 && name != "" {
			prefix, number := numberSuffix(base)
			if prefix != "" && number < int64(m.given[prefix]) { // such a name has been made already
				continue
			}
			return base
		}
		full := fmt.Sprintf("%s#%02d", base, n)
		if m.given[full] == 0 {
			return full
		}
	}
}

func numberSuffix(name string) (string, int64) {
	i := strings.LastIndexByte(name, '#')
	if i < 0 {
		return "", 0
	}
	n, err := strconv.ParseInt(name[i+1:], 10, 32)
	if err != nil || n < 0 {
		return "", 0
	}
	return name[:i], n
}

// rewrite makes a name printable and free of blanks.
func rewrite(s string) string {
	var b []byte
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b = append(b, '_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b = append(b, q[1:len(q)-1]...)
		default:
			b = append(b, string(r)...)
		}
	}
	return string(b)
}
