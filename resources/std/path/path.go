// SPDX-License-Identifier: MIT

// Package path works on paths separated by slashes.
package path

import "errors"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean gives the shortest path that means the same.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	var out []string
	for len(path) > 0 {
		i := 0
		for i < len(path) && path[i] != '/' {
			i++
		}
		elem := path[:i]
		if i < len(path) {
			i++
		}
		path = path[i:]
		switch {
		case elem == "" || elem == ".":
		case elem == ".." && len(out) > 0 && out[len(out)-1] != "..":
			out = out[:len(out)-1]
		case elem == ".." && rooted:
		default:
			out = append(out, elem)
		}
	}
	s := ""
	for i, e := range out {
		if i > 0 {
			s += "/"
		}
		s += e
	}
	if rooted {
		return "/" + s
	}
	if s == "" {
		return "."
	}
	return s
}

func lastSlash(s string) int {
	i := len(s) - 1
	for i >= 0 && s[i] != '/' {
		i--
	}
	return i
}

// Split splits behind the last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins elements with slashes and cleans the result.
func Join(elem ...string) string {
	s := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if s != "" {
			s += "/"
		}
		s += e
	}
	if s == "" {
		return ""
	}
	return Clean(s)
}

// Ext gives the extension, with its dot.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base gives the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	path = path[lastSlash(path)+1:]
	if path == "" {
		return "/"
	}
	return path
}

// IsAbs tells whether the path begins at the root.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir gives all but the last element.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// Match tells whether name matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) {
	for len(pattern) > 0 {
		switch pattern[0] {
		case '*':
			for len(pattern) > 0 && pattern[0] == '*' {
				pattern = pattern[1:]
			}
			if pattern == "" {
				for i := 0; i < len(name); i++ {
					if name[i] == '/' {
						return false, nil
					}
				}
				return true, nil
			}
			for i := 0; ; i++ {
				ok, err := Match(pattern, name[i:])
				if ok || err != nil {
					return ok, err
				}
				if i >= len(name) || name[i] == '/' {
					return false, nil
				}
			}
		case '?':
			if name == "" || name[0] == '/' {
				return false, check(pattern[1:])
			}
			r := []rune(name)[0]
			name = name[len(string(r)):]
			pattern = pattern[1:]
		case '[':
			rest, ok, err := class(pattern[1:], name)
			if err != nil {
				return false, err
			}
			if name == "" || name[0] == '/' || !ok {
				return false, check(rest)
			}
			r := []rune(name)[0]
			name = name[len(string(r)):]
			pattern = rest
		case '\\':
			if len(pattern) < 2 {
				return false, ErrBadPattern
			}
			pattern = pattern[1:]
			fallthrough
		default:
			if name == "" || name[0] != pattern[0] {
				return false, check(pattern[1:])
			}
			name = name[1:]
			pattern = pattern[1:]
		}
	}
	return name == "", nil
}

// check looks whether the rest of a pattern is well formed.
func check(pattern string) error {
	for len(pattern) > 0 {
		switch pattern[0] {
		case '\\':
			if len(pattern) < 2 {
				return ErrBadPattern
			}
			pattern = pattern[2:]
		case '[':
			rest, _, err := class(pattern[1:], "")
			if err != nil {
				return err
			}
			pattern = rest
		default:
			pattern = pattern[1:]
		}
	}
	return nil
}

func class(p, name string) (rest string, ok bool, err error) {
	var r rune = -1
	if name != "" {
		r = []rune(name)[0]
	}
	negated := p != "" && p[0] == '^'
	if negated {
		p = p[1:]
	}
	one := func() (rune, bool) {
		if p == "" || p[0] == '-' || p[0] == ']' {
			return 0, false
		}
		if p[0] == '\\' {
			p = p[1:]
			if p == "" {
				return 0, false
			}
		}
		c := []rune(p)[0]
		p = p[len(string(c)):]
		return c, p != ""
	}
	for n := 0; ; n++ {
		if p != "" && p[0] == ']' && n > 0 {
			return p[1:], ok != negated, nil
		}
		lo, fine := one()
		if !fine {
			return "", false, ErrBadPattern
		}
		hi := lo
		if p[0] == '-' {
			p = p[1:]
			if hi, fine = one(); !fine {
				return "", false, ErrBadPattern
			}
		}
		if lo <= r && r <= hi {
			ok = true
		}
	}
}
