// SPDX-License-Identifier: MIT

package filepath

import (
	"errors"
	"io/fs"
	"os"
	"sort"
	"strings"
)

// WalkFunc is called for each file.
type WalkFunc func(path string, info os.FileInfo, err error) error

// WalkDir calls fn for root and all that lies below, in order of names.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir && d.IsDir() {
				err = nil
			}
			return err
		}
	}
	for _, entry := range entries {
		if err := walkDir(Join(path, entry.Name()), entry, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with a description of each file.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(path string, info os.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	entries, err := os.ReadDir(path)
	err1 := fn(path, info, err)
	if err != nil || err1 != nil {
		return err1 // with SkipDir the directory is left out
	}
	for _, entry := range entries {
		name := Join(path, entry.Name())
		info, err := os.Lstat(name)
		if err != nil {
			if err := fn(name, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(name, info, fn); err != nil && (!info.IsDir() || err != SkipDir) {
			return err
		}
	}
	return nil
}

func hasMeta(path string) bool { return strings.ContainsAny(path, `*?[\\`) }

// Glob gives the files that match a pattern.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch {
	case dir == "":
		dir = "."
	case dir != "/":
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		f, err := os.Open(dir)
		if err != nil {
			continue
		}
		names, _ := f.Readdirnames(-1)
		f.Close()
		sort.Strings(names)
		for _, name := range names {
			matched, err := Match(file, name)
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, Join(dir, name))
			}
		}
	}
	return matches, nil
}

// EvalSymlinks follows all symbolic links in a path.
func EvalSymlinks(path string) (string, error) {
	const most = 255
	rest := path
	done := ""
	if IsAbs(path) {
		done = "/"
	}
	for links := 0; rest != ""; {
		rest = strings.TrimLeft(rest, "/")
		name := rest
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			name, rest = rest[:i], rest[i:]
		} else {
			rest = ""
		}
		if name == "" || name == "." {
			continue
		}
		next := Join(done, name)
		if name == ".." {
			done = next
			continue
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&os.ModeSymlink == 0 {
			done = next
			continue
		}
		if links++; links > most {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		rest = target + "/" + rest
	}
	if done == "" {
		return ".", nil
	}
	return Clean(done), nil
}

// IsLocal tells whether a path leads to nothing outside of the directory that it is seen from.
func IsLocal(path string) bool {
	if path == "" || IsAbs(path) {
		return false
	}
	depth := 0
	for _, name := range strings.Split(path, "/") {
		switch name {
		case "", ".":
		case "..":
			if depth--; depth < 0 {
				return false
			}
		default:
			depth++
		}
	}
	return true
}

// Localize makes a path of a name that package io/fs takes.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// HasPrefix is strings.HasPrefix; do not use it.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }
