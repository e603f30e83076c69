// SPDX-License-Identifier: MIT

package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

type reader func(name string) (base string, text []byte, err error)

func fromDisk(name string) (string, []byte, error) {
	text, err := os.ReadFile(name)
	return filepath.Base(name), text, err
}

func fromFS(fsys fs.FS) reader {
	return func(name string) (string, []byte, error) {
		text, err := fs.ReadFile(fsys, name)
		return path.Base(name), text, err
	}
}

func parseAll(t *Template, read reader, names []string) (*Template, error) {
	if len(names) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, name := range names {
		base, text, err := read(name)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(base)
		}
		to := t
		if base != t.name {
			to = t.New(base)
		}
		if _, err := to.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ParseFiles parses files; each is a template of its name.
func ParseFiles(names ...string) (*Template, error) { return parseAll(nil, fromDisk, names) }

// ParseFiles parses files into t's group.
func (t *Template) ParseFiles(names ...string) (*Template, error) {
	t.init()
	return parseAll(t, fromDisk, names)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("template: pattern matches no files: %#q", pattern)
	}
	return parseAll(t, fromDisk, names)
}

// ParseGlob parses the files that match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob parses the files that match into t's group.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var names []string
	for _, pattern := range patterns {
		list, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("template: pattern matches no files: %#q", pattern)
		}
		names = append(names, list...)
	}
	return parseAll(t, fromFS(fsys), names)
}

// ParseFS parses files of a file system.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

// ParseFS parses files of a file system into t's group.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}
