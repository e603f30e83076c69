// SPDX-License-Identifier: MIT

// Package filepath works on paths of files, which here are separated by slashes.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Separators.
const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	// ErrBadPattern says that a pattern is malformed.
	ErrBadPattern = path.ErrBadPattern
	// SkipDir lets Walk skip a directory.
	SkipDir error = fs.SkipDir
	// SkipAll lets Walk end.
	SkipAll error = fs.SkipAll
)

// Clean gives the shortest path that means the same.
func Clean(p string) string { return path.Clean(p) }

// Join joins elements.
func Join(elem ...string) string { return path.Join(elem...) }

// Split splits behind the last separator.
func Split(p string) (dir, file string) { return path.Split(p) }

// Ext gives the extension.
func Ext(p string) string { return path.Ext(p) }

// Base gives the last element.
func Base(p string) string { return path.Base(p) }

// Dir gives all but the last element.
func Dir(p string) string { return path.Dir(p) }

// IsAbs tells whether the path begins at the root.
func IsAbs(p string) bool { return path.IsAbs(p) }

// Match tells whether name matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// ToSlash gives p.
func ToSlash(p string) string { return p }

// FromSlash gives p.
func FromSlash(p string) string { return p }

// VolumeName is "".
func VolumeName(p string) string { return "" }

// SplitList splits a list of paths.
func SplitList(p string) []string {
	if p == "" {
		return []string{}
	}
	return strings.Split(p, ":")
}

// Abs gives an absolute path.
func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	wd, err := os.Getwd()
	return Join(wd, p), err
}

// Rel gives the path from base to target.
func Rel(base, target string) (string, error) {
	b, t := Clean(base), Clean(target)
	if b == t {
		return ".", nil
	}
	if b == "." {
		b = ""
	}
	if IsAbs(b) != IsAbs(t) {
		return "", errors.New("Rel: can't make " + target + " relative to " + base)
	}
	bs, ts := strings.Split(strings.Trim(b, "/"), "/"), strings.Split(strings.Trim(t, "/"), "/")
	if b == "" || b == "/" {
		bs = nil
	}
	if t == "/" || t == "." {
		ts = nil
	}
	for len(bs) > 0 && len(ts) > 0 && bs[0] == ts[0] {
		bs, ts = bs[1:], ts[1:]
	}
	out := []string{}
	for _, e := range bs {
		if e == ".." {
			return "", errors.New("Rel: can't make " + target + " relative to " + base)
		}
		out = append(out, "..")
	}
	return strings.Join(append(out, ts...), "/"), nil
}
